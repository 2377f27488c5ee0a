/** The languages that are told apart with care; others are named where the letters leave no doubt. */
export const LANGUAGES = ["fr", "en", "de", "es", "it", "pt", "nl"] as const;
export type CommonLanguage = (typeof LANGUAGES)[number];

/** Small words of each language, and those of which short posts are made: "super appli", "nice app". Written by hand. */
const WORDS: Readonly<Record<CommonLanguage, string>> = {
  fr: `je tu il elle on nous vous ils le la les un une des du de et ou est sont pas ne que qui ce cette mon ma mes pour avec
    sans sur dans très tres trop bien bon bonne super génial géniale genial nul nulle merci appli bravo excellent excellente
    parfait parfaite pratique utile inutile j'adore jadore c'est cest ça ca rien à a faire mais plus depuis toujours encore
    jamais mise jour montre marche fonctionne manque dommage sympa top impeccable nickel au aux bug facile simple complet
    complète efficace satisfait satisfaite déçu décevant honteux mauvais mauvaise pire vraiment tout tous oui non peu beaucoup
    rapide lent lente horrible moyen médiocre incroyable indispensable ludique intuitif précis motivant utilisation utiliser
    application ok`,
  en: `i you he she it we they the a an and or is are not this that my your for with without on in very too good great nice
    love like best bad worst app thanks thank excellent perfect awesome amazing useful useless works work working does doesn't
    dont can't cant not no yes but more since always never ever update watch needs need please fix cool easy so far super wow
    job well poor terrible horrible crap rubbish waste time fine helpful accurate brilliant fantastic wonderful happy keep up
    just what all have has had was to of it's its application sucks simple data health ok okay`,
  de: `ich du er sie es wir ihr der die das ein eine und oder ist sind nicht mit ohne auf für sehr gut schlecht danke toll prima
    leider geht funktioniert app uhr immer nie kein keine mehr auch nur aber von zu im am super einfach schön gefällt mir alles
    bitte seit`,
  es: `yo tú tu él ella nosotros el la los las un una y o es son no con sin en por para muy bueno buena malo mala gracias
    excelente me gusta mucho pero más siempre nunca reloj funciona que de del lo mejor peor aplicación está bien todo genial
    útil fácil`,
  it: `io tu lui lei noi voi il lo la gli le un una e o è sono non con senza su per molto buono buona ottimo ottima grazie
    bello bella ma più sempre mai orologio funziona che di del della mi piace tutto app bene utile facile perfetto perfetta`,
  pt: `eu você ele ela nós o a os as um uma e ou é são não com sem em por para muito bom boa ótimo ótima obrigado obrigada
    gosto mas mais sempre nunca relógio funciona que de do da melhor pior aplicativo está bem tudo útil fácil excelente`,
  nl: `ik jij je hij zij wij het de een en of is zijn niet met zonder op voor zeer erg goed slecht bedankt leuk mooi helaas
    werkt app horloge altijd nooit geen meer ook maar van te in prima handig alles nog wel heel makkelijk super`,
};

/** A word in lower case, and the languages in which it is common. */
export const COMMON_WORDS: ReadonlyMap<string, readonly CommonLanguage[]> = gather();

function gather(): Map<string, CommonLanguage[]> {
  const gathered = new Map<string, CommonLanguage[]>();
  for (const language of LANGUAGES) {
    for (const word of new Set(WORDS[language].trim().split(/\s+/))) {
      gathered.set(word, [...(gathered.get(word) ?? []), language]);
    }
  }
  return gathered;
}
