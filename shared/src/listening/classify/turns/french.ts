import type { Turn } from "./turn.ts";

const FAULT = `(?:vrai |veritable |gros |grosse |grand |grande |petit |petite |moindre |seul |seule |reel |reelle |autre |mauvaise )?(?:problemes?|pbs?|soucis?|bugs?|beugs?|bogues?|erreurs?|pannes?|plantages?|crashs?|difficultes?|defauts?|inconvenients?|reproches?|plaintes?|critiques?|reclamations?|dysfonctionnements?|desagrements?|lenteurs?|galeres?|deceptions?|retards?|coupures?|deconnexions?|annulations?|anomalies?|incidents?|accrocs?|bemols?|regrets?|ennuis?|tracas|fausses? notes?|points? negatifs?|surprises?)`;
/** "n’ai", "n’y a": goes with the negation, and says nothing alone */
const AUXILIARY = `(?:(?:ne|n) (?:y )?(?:m |l |la |le |les |nous |vous )?(?:ai|as|a|avons|avez|ont|avais|avait|avaient|aura|aurez|suis|est|sommes|etes|sont|etais|etait|etions|serez|sera|serons|seras|fus|vois|voit|voyons|rencontre|rencontrons|connais|connait|pose|posent|deplore|deplorons) )?`;
/** Wished for, or what can't be without: "j’aimerais une appli sans bug", "impossible de l’ouvrir sans erreur". */
const WISHED = `aimerais|aimerait|aimerions|voudrais|voudrait|voudrions|souhait[a-z]+|faudrait|faut|serait|seraient|esper[a-z]+|veux|voulons|vivement|pourquoi|si|quand|impossible|incapable|jamais|difficile|besoin|promis|promet[a-z]*`;
/** "Aucun problème n’a été résolu", "aucun message": the fault is there. */
const UNMENDED = `(?:(?:ne|n) )?(?:(?:est|sont|a|ont|ete|y) ){0,3}(?:resolue?s?|reglee?s?|corrigee?s?|traitee?s?|prise?s?|reparee?s?)`;
/** For how long, and since which change, which would be read as what broke it. */
const SINCE = `(?: depuis (?:~ ){0,3}(?:ans?|annees?|mois|semaines?|jours?|debut|achat|maj|version|toujours))?`;
const UNTIL = `jusqu|jusque|avant|auparavant`;

/** Turns of French. */
export const FRENCH: readonly Turn[] = [
  {
    phrase: `${AUXILIARY}(?:(?:eu|rencontre|connu|constate|vu) )?(?:plus )?(?:aucune?|zero|0|ni) ${FAULT}(?: particuliers?| particulieres?| du tout| a signaler)?(?: ni (?:de |d )?${FAULT})*${SINCE}`,
    notAfter: WISHED,
    notBefore: UNMENDED,
    notBeforeAny: UNTIL,
    says: "tout va tres bien",
  },
  {
    phrase: `sans (?:aucune? |(?:le|la) (?=moindre ))?${FAULT}(?: ni ${FAULT})*${SINCE}`,
    notAfter: `${WISHED}|pas|plus|ne|n`,
    notBefore: UNMENDED,
    notBeforeAny: UNTIL,
    says: "tres bien",
  },
  {
    phrase: `${AUXILIARY}(?:pas|jamais|point|guere) (?:encore |vraiment |du tout |a ce jour )?(?:(?:eu|rencontre|connu|constate|vu|remarque|note) )?(?:a )?(?:de |d |(?:le|la) (?=moindre ))${FAULT}(?: particuliers?| particulieres?| du tout| a signaler)?${SINCE}`,
    notAfter: WISHED.replace("|jamais", ""),
    notBefore: UNMENDED,
    notBeforeAny: UNTIL,
    says: "tout va tres bien",
  },
  {
    // without "ne" it may be more of them: "plus de problèmes"
    phrase: `(?:ne|n) (?:y )?(?:ai|as|a|avons|avez|ont|rencontre|vois) plus (?:eu |rencontre )?(?:de |d |(?:le|la) (?=moindre ))${FAULT}(?: du tout)?${SINCE}`,
    notAfter: WISHED,
    notBefore: UNMENDED,
    says: "tout va tres bien",
  },
  {
    phrase: `${AUXILIARY}(?:pas|jamais|point|nullement|aucunement) (?:(?:du tout|vraiment|ete|encore|une fois|une seule fois) ){0,2}decue?s?${SINCE}`,
    notAfter: `pour|si|esper[a-z]+`,
    says: "vraiment tres content",
  },
  {
    phrase: `(?:ne|n) (?:~ )?regrett(?:e|ons|ez|erez|erai|erons|eras) (?:pas|rien|jamais|absolument pas|absolument rien)`,
    says: "vraiment tres content",
  },
  {
    phrase: `(?:(?:ne|n) (?:ai|a|avons|y a|vois|voit) )?(?:(?:absolument|vraiment|strictement) )?rien (?:(?:du tout|de mal) )?a (?:redire|reprocher|critiquer|y redire|leur reprocher|lui reprocher)`,
    says: "tout est parfait",
  },
  {
    phrase: `${AUXILIARY}(?:pas|rien|guere) (?:a|de quoi) (?:me|se|nous|m en|s en) plaindre`,
    says: "vraiment tres content",
  },
  {
    phrase: `(?:ne )?(?:peux|peut|pouvons|puis|vais|va) (?:pas|guere|vraiment pas|difficilement) (?:me|se|nous|m en|s en) plaindre`,
    says: "vraiment tres content",
  },
  {
    phrase: `(?:ne )?(?:peut|peux|pouvait|pourrait|saurait) (?:pas|guere|difficilement) (?:(?:esperer|rever|faire|trouver|demander|souhaiter|avoir) )?(?:de )?mieux`,
    notAfter: `pourquoi|si|est ce`,
    notBefore: `[?]|que ca [?]`,
    says: "est parfait",
  },
  {
    phrase: `(?:(?:il )?(?:ne |n )(?:~ )?)?(?:(?:absolument|vraiment|strictement) )?rien (?:de plus |d autre |du tout )?a (?:ameliorer|ajouter|rajouter|changer|modifier|revoir|corriger|y changer|y ajouter)`,
    notAfter: `fait|font|faites|faisons|prevu`,
    says: "tout est parfait",
  },
  { phrase: `rien ne (?:nous |me |lui |leur )?manque`, notAfter: "que|si|quand", says: "tout est parfait" },
  {
    phrase: `(?:il )?ne (?:nous |me |lui |leur )?manque (?:absolument |vraiment |plus )?rien`,
    notAfter: "que|si|quand",
    says: "tout est parfait",
  },
  {
    phrase: `(?:(?:il )?(?:n y a )?(?:pas|aucun|nul|nullement) besoin (?:de |d )(?:y )?(?:rien )?)(?:changer|modifier|ajouter|rajouter|ameliorer)(?: (?:quoi que ce soit|rien))?`,
    notAfter: "si|pour",
    says: "est parfait sans",
  },
  { phrase: `on ne peut mieux`, says: "parfait" },
  { phrase: `(?:difficile|dur) de (?:faire|trouver|rever) mieux`, says: "est parfait" },
  { phrase: `merci (?:beaucoup )?pour rien`, notBefore: "au monde", says: "c est lamentable" },
];
