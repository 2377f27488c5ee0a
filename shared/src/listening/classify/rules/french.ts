import type { RuleList } from "./rule.ts";

/** Phrases of French, folded (`l app`, no accents); `~` stands for one word. ` / ` and line ends part phrases. */
export const FRENCH: RuleList = {
  "would-be-good": {
    says: "request",
    phrases: `(?:serait|seraient|sera|ferait) (?:~ )?(?:~ )?(?:bien|bon|bonne|mieux|top|cool|super|genial|geniale|parfait|parfaite|utile|interessant|interessante|agreable|appreciable|apprecie|sympa|pratique|souhaitable|judicieux|plus|ideal|chouette|possible|preferable|plaisir|necessaire|indispensable|excellent|excellente|un plus)
      (?:aimerais|aimerait|aimerions|aimerai|apprecierais|apprecierait|prefererais|prefererait|adorerais|souhaiterais|souhaiterait|souhaiterions|voudrais|voudrait|voudrions|voudrai|desirerais) (?:~ )?
      (?:bien|mieux|cool|sympa|utile|pratique|top|super|genial|dommage|interessant) (?:si|de pouvoir|d avoir|d ajouter|que l on puisse|qu on puisse|de rajouter)`,
  },
  please: {
    says: "request",
    phrases: `(?:merci de|priere de|veuillez|svp|stp|s il vous plait|s il te plait|s il vs plait) (?:~ )?(?:ajouter|rajouter|ajoutez|mettre|mettez|faire|faites|corriger|remettre|remettez|prevoir|permettre|permettez|ameliorer|revoir|rendre|changer|donner|arreter|penser|laisser|proposer|integrer|inclure)
      (?:ajoutez|rajoutez|mettez|remettez|faites|ameliorez|pensez|permettez|rendez|proposez|arretez|prevoyez|revoyez|integrez|laissez|donnez|changez|creez|ouvrez|installez|plantez|supprimez|developpez|gardez|evitez) (?:~ )`,
  },
  "asks-to-add": {
    says: "request",
    phrases: `(?:pouvez|pourriez|pourrez|peut|peux|pourrait|pourrais|pourrions|pouvons) (?:vous|t on|on|nous|il|elle|tu) (?:~ )?(?:ajouter|rajouter|mettre|faire|remettre|prevoir|permettre|ameliorer|revoir|rendre|changer|donner|proposer|integrer|inclure|avoir|ouvrir|envisager|creer|corriger)
      (?:je|j|nous|on|me|permets) (?:vous |de |d )?(?:propose|proposons|suggere|suggerons|suggerer|proposer|demande|demandons|recommande de|conseille de|vote pour) / (?:suggestion|suggestions|proposition|une idee|mon idee|idee d amelioration|demande d evolution|axe d amelioration)
      (?:ajout|rajout|ajouter|rajouter|integrer|inclure|integration) (?:d|de|du|des|la|le|les|l|un|une|aussi|plus|cette|ce|au|a|dans) / (?:a|points? a|reste a|encore a) (?:ameliorer|developper|revoir|ajouter|peaufiner|perfectionner|completer)`,
  },
  "should-have": {
    says: "request",
    phrases: `(?:il )?(?:faudrait|faut|fallait|faudra|devrait|devraient|devriez|devrais|devrions|doit|doivent|devez) (?:~ )?(?:~ )?(?:~ )?(?:plus|moins|mieux|etre|avoir|pouvoir|ajouter|rajouter|permettre|ameliorer|mettre|faire|revoir|penser|prevoir|que|corriger|proposer|un|une|des|le|la|les|rendre|arreter|developper|creer|donner|integrer|laisser|changer|interdire|aller|travailler)
      (?:pourrait|pourraient|pourriez|pourrais) (?:~ )?(?:etre|avoir|mieux|ajouter|faire|permettre|proposer|mettre|aussi|rajouter|integrer) / pourquoi (?:ne|pas|n|y|ni|aucun)`,
  },
  needs: {
    says: "request",
    phrases: `(?:besoin|besoins) (?:d|de|du|des|qu|que) / (?:manque|manquent|manquait|manquerait|manquant|absence|absences|penurie) / (?:il|ca|cela|qui|y) (?:~ )?(?:manque|manquait) / (?:seul|seule|petit|petite|unique|gros|grosse|seuls|petits) (?:bemol|regret|reproche|manque|point negatif|defaut|hic|deception|inconvenient|critique|dommage|souci)
      (?:meriterait|gagnerait|meriterais) / (?:merite|urgent|il est temps|il serait temps|grand temps|indispensable|necessaire) (?:d|de|que)`,
  },
  wish: {
    says: "wish",
    phrases: `(?:j |je |nous |on |en )?(?:espere|esperons|esperant|espoir|souhaite|souhaitons|reve|revons|attends|attendons|hate) / (?:si seulement|vivement|a quand|pour quand|quand est ce|en esperant|dans l attente|hate de) / (?:je|on|nous) (?:veux|veut|voulons) / (?:dommage|regrette|regrettable|regret) (?:que|qu|de|d|pour|car|l absence|la|le)?`,
  },
  lacks: {
    says: "request",
    phrases: `(?:possibilite|option|options|fonction|fonctionnalite|fonctionnalites|capacite|moyen|choix|faculte) (?:de|d|pour|en|qui|supplementaires?|manquantes?) (?:pouvoir|puisse|puissent|puissions) / (?:pas|aucune?|plus|ni|sans) (?:de |d )?(?:possibilite|option|moyen|choix|fonction|compatible|prevu|prevue|disponible|acces|support|mode)
      (?:impossible|impossibilite) (?:de|d) / (?:si|lorsqu|sauf si) (?:on|vous|il|elle|l on|je|nous|ca) (?:~ )?(?:pouvait|pouvais|pouviez|ajoutait|ajoutiez|avait|etait|y avait|pourrait|pourriez|permettait|rajoutait|rajoutiez) / (?:plus|moins|davantage|d autres|autres) (?:de |d )(?:~ )?(?:options?|choix|sports?|activites?|donnees|details?|precisions?|cadrans?|fonctions?|fonctionnalites?|places?|bus|velos?|espaces?|arbres|moyens|pistes?|bancs|informations?|transparence)
      (?:ameliorer|ameliorations?|amelioration|evolution|optimiser|peaufiner|completer)`,
  },
  imperative: {
    says: "request",
    phrases: `^(?:svp |et |ou |aussi |puis |alors |mais |donc |\\d+ )?(?:ajouter|rajouter|ajoutez|permettre|mettre|remettre|faire|prevoir|creer|ouvrir|installer|ameliorer|developper|proposer|integrer|rendre|simplifier|reduire|augmenter|supprimer|planter|interdire|renforcer|donner|revoir|corriger|arreter|favoriser|encourager|limiter|organiser|amenager|construire|etendre|remplacer) (?:~ )`,
  },
  broken: {
    says: "problem",
    phrases: `(?:ne |n |ni )(?:~ )?(?:~ )?(?:~ )?(?:fonctionne|fonctionnent|fonctionnait|marche|marchent|marchait|synchronise|synchronisent|synchro|connecte|connectent|enregistre|affiche|affichent|ouvre|charge|demarre|trouve|reconnait|compte|detecte|repond|repondent|repondu|lance|recois|recoit|recu|arrive|arrivent|peux|peut|veut|reussis|parviens|prend|permet|permettent|donne|comptabilise|sert|tient|accepte|voit|vois|installe|remonte|actualise|transmet|suit|correspond|apparait|apparaissent|est) (?:~ )?(?:~ )?(?:pas|plus|jamais|rien|aucun|aucune|personne)
      (?:fonctionne|fonctionnent|marche|marchent|synchronise|synchro|connecte|enregistre|affiche|ouvre|repond|compte|compatible|fiable|precis|precise|possible|disponible|moyen|arrive|peux|peut|accessible|traduit|ergonomique) (?:~ )?(?:pas|plus|jamais|mal|rien) (?:pas|plus|peu|jamais|non) (?:~ )?(?:compatible|fiable|fiables|precis|precise|possible|disponible|accessible|intuitif|intuitive|pratique|ergonomique|synchronise|reconnu|reconnue|fonctionnel|clair|claire|exact|exacte|livre|livree|rembourse|remboursee|moyen)
      (?:impossible|impossibilite|incapable|incapables) / (?:ne|n) (?:~ )?(?:~ )?(?:plus|jamais) / (?:en panne|hors service|hors d usage|a l arret|a l abandon|inutilisable|injoignable|inaccessible|indisponible|introuvable|defectueux|defectueuse|illisible|ferme depuis|perdu|perdue|perdus)`,
  },
  fault: {
    says: "problem",
    phrases: `(?:bug|bugs|bugge|buggee|bogue|bogues|beug|beugs|buge|bugue|erreur|erreurs|plante|plantage|plantages|plantent|crash|crashe|crashs|panne|pannes|dysfonctionnements?|defaut|defauts|fige|figee|freeze|lenteur|lenteurs|lag|rame|coupure|coupures|deconnexions?|deconnecte|deconnectent|bloque|bloquee|bloquent|echec|echoue|ferme tout seul|vide la batterie|consomme|defaillance|retard|retards|retarde|annule|annulee|annules)
      (?:probleme|problemes|pb|pbs|souci|soucis|difficulte|difficultes|galere|galeres|inconvenient) (?:de|d|avec|depuis|est|sur|pour|a|lors|quand|recurrent|car|persiste)? / (?:depuis|apres|suite a|avec) (?:la |le |une |cette |derniere |mise |ma |l )+(?:mise|maj|version|jour|update|derniere|nouvelle|actualisation)
      (?:perte|pertes|perd|perds|disparu|disparue|disparus|disparait|efface|effacee|supprime|supprimee|decale|decalage|fausse|faux|fausses|errone|erronee|erronees|incorrect|incorrecte|incoherent|incoherente|approximatif|imprecis|imprecise|farfelus?|fantaisistes?) (?:~ )?
      (?:oblige|obligee|obliger|forcer|force|faut|dois|devoir|doit) (?:~ )?(?:~ )?(?:reinstaller|desinstaller|redemarrer|relancer|reconnecter|recommencer|forcer|resynchroniser|attendre|rappeler|fermer|refaire|reinitialiser|appairer)`,
  },
  annoyed: {
    says: "problem",
    phrases: `(?:nul|nulle|nuls|nulles|null|horrible|horribles|catastrophe|catastrophique|lamentable|honteux|honteuse|honte|scandaleux|scandale|scandaleuse|inadmissible|inacceptable|insupportable|deplorable|pitoyable|mediocre|minable|merde|merdique|daube|pourri|pourrie|naze|arnaque|arnaques|voleurs|vol|ridicule|absurde|aberrant|aberrante|inutile|inutiles|decevant|decevante|decu|decue|decus|deception|agacant|agacante|enervant|enervante|penible|frustrant|frustrante|marre|ras le bol|n importe quoi|se moque|se moquer|moquent|se foutre|foutent|foutage|mauvais|mauvaise|mauvaises|pire|pires|desastreux|desastre|a fuir|a eviter|fuyez|evitez|plus jamais|remboursement|rembourser|plainte|reclamation|malheureusement|desinstalle|desinstallee|desagreable|impoli|incompetents?|incompetente|intolerable|abuse|abus|degoute|regression|usine a gaz|trop (?:~ )?(?:lent|lente|cher|chere|complique|compliquee|long|longue|petit|petite|tard|compliques|chers|sale|sales|bruyant|peu|souvent|de))`,
  },
  unanswered: {
    says: "problem",
    phrases: `(?:aucune?|pas de|sans|toujours pas de|jamais de|zero|ni) (?:reponse|reponses|nouvelles?|retour|retours|explications?|solution|aide|suivi|excuses?|remboursement|information|communication|service|reseau|connexion|internet|courant|eau) / (?:toujours|encore) (?:pas|aucun|aucune|rien|en attente|sans|en panne|a attendre|bloque) / (?:attends|attend|attendons|attente|attendre|patiente|relance|relances) (?:~ )?(?:depuis|toujours|plus d|plus de|pendant|des heures|encore)
      depuis (?:~ )?(?:~ )?(?:~ )?(?:heures?|jours?|semaines?|mois|ans|h|matin|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) / (?:personne|service client|sav|votre service|vos services|conseiller|conseillere|livreur|hotline|livraison) (?:~ )?(?:ne|n|est|injoignable|raccroche|inexistant|jamais|pas|incapable|qui) / (?:raccroche|raccrocher|injoignable|mepris|foutu|en retard)`,
  },
  praise: {
    says: "praise",
    phrases: `(?:adore|j aime|aimons|genial|geniale|excellent|excellente|parfait|parfaite|super|superbe|top|magnifique|formidable|bravo|felicitations|merci|impeccable|nickel|satisfait|satisfaite|ravi|ravie|contente?|tres (?:bien|bon|bonne|utile|pratique|complet|complete|facile|satisfait|satisfaite|content|contente|fiable|agreable|intuitif|intuitive)|fonctionne (?:bien|tres|parfaitement|correctement|nickel)|marche (?:bien|tres|parfaitement|nickel)|facile|je recommande|recommande|au top|rien a dire|rien a redire|continuez|bon travail|bonne appli|bonne application|pratique|complet|intuitif|utile|cool|heureux|heureuse|chouette)`,
  },
};
