import type { Language } from "../terms/index.ts";

/**
 * Words that say nothing of what an expectation is about, folded: articles, pronouns, auxiliaries, and the words in which
 * wishes are made ("il faudrait plus de …", "we would like to be able to …").
 */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: words(`
    a ai aie ainsi ait alors apres as au aucun aucune aujourd aura aurait aussi autre autres aux avait avant avec avez avoir
    avons ayant bas beaucoup bien bon bonne bons c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci
    comme comment contre d dans de deja depuis des deux devoir devrait devrions dire doit doivent donc dont du durant elle
    elles en encore enfin entre es est et etaient etait etant etc ete etes etre eu eux faire fait faites faudrait faut fois
    font hors hui il ils ici j je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais malgre me meme memes mes
    mettre mieux moi moins mon n ne ni non nos notre nous nouveau nouveaux nouvelle nouvelles on ont ou oui par parce parfois pas pendant peu
    peut peuvent plus plusieurs plutot pour pourquoi pourrait pouvoir pouvons pouvez pres presque puis qu quand que quel
    quelle quelles quelqu quelque quelques quels qui quoi rien s sa sans sauf se selon sera serait ses seul seule si sinon soi
    soient soit sommes son sont sous souvent sur t ta tant te tel telle tes toi ton toujours tous tout toute toutes tres trop
    tu un une deux trois quatre cinq six sept huit neuf dix va vers veut veulent voir vos votre voudrais voudrait voulons vouloir vous vraiment y
    aimerais aimerait aimerions attendre attente attentes avoir besoin besoins envie esperer possible possibilite pouvoir
    souhait souhaite souhaitent souhaiter souhaiterais souhaitons`),
  en: words(`
    a able about after again all also am an and another any anyone anything are as at away back be because been before
    being better between both but by can cannot could d did do does doing don done down during each either else enough etc
    even ever every everyone everything few for from further get gets getting give go going good got great had has have
    having he her here hers him his how however i if in into is isn it its just keep last least less let like ll m made make
    makes making many may maybe me might mine more most much must my never new no nor not nothing now of off often on once
    one only onto or other others our ours out over own per perhaps please put quite rather re really s same see she should
    since so some somebody someone something sometimes soon still such sure t take than that the their theirs them then there
    these they this those though through to too two under until up upon us use used very via want wants was way we well were
    what when where whether which while who whom whose why will with within without three four five six seven eight nine ten would yes yet you your yours ve
    expect expectation expectations hope like love need needed needs possible wish wishes would`),
};

/** French words that end in s in the singular, where the stem without it would begin other words (temp-érature, repa-rer). */
export const INVARIANT: ReadonlySet<string> = words(`
  acces anglais avis bois bras bus colis compas concours corps cours deces devis discours exces fils francais frais
  logis mois palais parcours paris pays permis poids proces progres propos puits recours refus remous repas repos secours
  sens souris succes surplus tapis temps tiers univers verglas vernis virus
  analysis basis bonus business campus canvas census chaos christmas focus news series species status`);

/** Short words that begin many others of another meaning (main-tenant, heure-ux, plan-et, table-t): these take no asterisk. */
export const BEGINS_OTHERS: ReadonlySet<string> = words(`
  anti auto banc bout carte chat cher coin coup cour cout crois fort gare heure livre main mate mode mort parc part pile place
  plan porte port pres table terre tour vent vers verre vide
  base bill blue care cart cent char city cons count cover disc even fact fair foot form hand head hear heart jack land late
  list mark mean over pack pain pass path post prop read real rest scan sign stand star super wall wind wonder`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
