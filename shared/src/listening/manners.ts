import { blankAddresses } from "./addresses.ts";

/**
 * What people write out of courtesy, and what their programs add, in French and English: greetings, thanks in advance, closings with
 * a name under them, "Sent from my iPhone", and who is addressed (@name). They say nothing of what is felt, wanted or spoken of:
 * "thanks in advance" is no thanks, and what all posts begin with is no theme.
 */
const EVERYBODY = String.raw`(?:[,\s]+(?:à\s+(?:tou(?:te)?s(?:\s+et\s+(?:à\s+)?tou(?:te)?s)?|vous)|tout\s+le\s+monde|toute\s+l['’]équipe|madame|monsieur|mesdames|messieurs|all|everyone|everybody|there|team|guys|folks|sir|madam))*`;
/** What stands before the words of a post or of a line of it. */
const OPENS = String.raw`(?<=(?:^|\n)[^\p{L}\p{N}\n]{0,40})`;
const GREETING = String.raw`${OPENS}(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|good\s+(?:morning|afternoon|evening)|(?:dear|chère?s?)(?=\s+(?:all|everyone|everybody|team|sir|madam|tous|toutes|madame|monsieur)\b))${EVERYBODY}(?![\p{L}\p{N}-])`;
/** Up to where the sentence ends. */
const REST = String.raw`[^.!?\n]{0,120}`;
const FOR_IT = String.raw`(?:\s+(?:pour|de|à|for)\s${REST})?`;
const ADVANCE = String.raw`(?<![\p{L}\p{N}])(?:(?:je|nous)\s+vous\s+(?:en\s+)?remerci(?:e|ons)|(?:en\s+)?vous\s+remerciant|(?:un\s+grand\s+|mille\s+)?mercis?(?:\s+beaucoup|\s+bien)?)\s+(?:d['’]|par\s+)avance${FOR_IT}|(?<![\p{L}\p{N}])(?:many\s+)?thank(?:s|\s+you)(?:\s+(?:so|very)\s+much|\s+a\s+lot)?\s+in\s+advance${FOR_IT}`;
/** After the end of a sentence, or alone. */
const AFTER = String.raw`(?<=(?:^|[.!?,;…\n)\p{So}])\s{0,3})`;
const NAME = String.raw`(?:[\s,.!]{0,4}(?:\p{Lu}[\p{L}.'’-]{0,30}(?:\s+|$)){0,4}\s*$)?`;
const CLOSING = String.raw`${AFTER}(?:(?:(?:bien|très)\s+)?cordialement|bien\s+à\s+(?:vous|toi)|(?:(?:meilleures|sincères|respectueuses|cordiales)\s+)?salutations(?:\s+(?:distinguées|respectueuses|cordiales))?|(?:je\s+vous\s+prie|veuillez)\s+(?:d['’])?(?:agréer|recevoir|accepter)${REST}|(?:(?:best|kind|kindest|warm|warmest)\s+)?regards|best\s+wishes|yours\s+(?:sincerely|faithfully|truly)|sincerely(?:\s+yours)?)(?=[\s,.!]*(?:$|\n|[,.!]|\p{Lu}))${NAME}`;
const GOOD_DAY = String.raw`${AFTER}(?:(?:très\s+)?(?:bonne|belle|excellente)\s+(?:fin\s+de\s+)?(?:journée|soirée|semaine|continuation)|bon(?:ne)?\s+week-?end|have\s+a\s+(?:nice|good|great|lovely)\s+(?:day|evening|week|weekend))${EVERYBODY}[\s,.!]*$`;
const DEVICE = String.raw`(?:iphone|ipad|android|samsung|galaxy|huawei|mobile|smartphone|téléphone|phone|outlook|yahoo|orange|proton|gmail)`;
const SENT = String.raw`(?<=(?:^|[.!?…\n)\p{So}])\s{0,3})(?:envoyé\s+(?:depuis|de|avec|via|à\s+partir\s+de)|sent\s+(?:from|via|with)|get(?=\s+outlook)|télécharge[rz](?=\s+outlook))\s+(?:(?:mon|ma|my)\s+)?${DEVICE}[^.!?\n]{0,40}\.?\s*$`;
/** Accents are often left out. */
const MANNERS = new RegExp(
  [GREETING, ADVANCE, CLOSING, GOOD_DAY, SENT]
    .join("|")
    .replaceAll("é", "[eé]")
    .replaceAll("è", "[eè]")
    .replaceAll("à", "[aà]"),
  "giu",
);
/** A name that a network knows, that it is repeated from there, and an e-mail address. */
const NAMED =
  /(?<![\p{L}\p{N}])RT(?=\s*[:@])|(?<![\p{L}\p{N}._%+-])[@＠][\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?|[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/giu;

/** The text with spaces where addresses, names (@…) and manners stood: every other sign keeps its place. */
export const blankManners = (text: string): string =>
  [NAMED, MANNERS].reduce(
    (read, pattern) => read.replaceAll(pattern, (met) => " ".repeat(met.length)),
    blankAddresses(text),
  );
