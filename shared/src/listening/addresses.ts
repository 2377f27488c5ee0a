/**
 * Web addresses in what people wrote. They say where to read on, nothing of what is felt, wanted or spoken of: whoever reads a
 * text for its meaning blanks them first.
 *
 * An address begins with http:// or https://, with www., or is a domain under a well-known ending that a path follows
 * ("t.co/x", "pic.twitter.com/x"); "oui.non/peut-être" is none, nor is a name@domain. The signs that close a sentence or a
 * parenthesis after it are not its own. What a cut text leaves of one ("https…") counts too.
 */
const SIGNS = String.raw`[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?…()\[\]{}'’*]`;
const ENDINGS =
  "com|org|net|info|edu|gouv|gov|io|eu|fr|be|ch|ca|uk|de|es|it|pt|nl|lu|re|co|ly|gl|gg|me|tv|fm|app|dev|blog|news|media|coop|paris|bzh";
const ADDRESS = new RegExp(
  [
    String.raw`https?:\/+(?:${SIGNS})?\/?`,
    String.raw`(?<![\p{L}\p{N}])https?:?(?=…|\.\.\.)`,
    String.raw`(?<![\p{L}\p{N}.@_-])www\.${SIGNS}\/?`,
    String.raw`(?<![\p{L}\p{N}.@_/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:${ENDINGS})(?::\d{1,5})?\/(?:${SIGNS})?\/?`,
  ].join("|"),
  "giu",
);

/** The text with spaces where addresses stood: every other sign keeps its place, so that a place in it is a place in the text. */
export const blankAddresses = (text: string): string =>
  text.replaceAll(ADDRESS, (address) => " ".repeat(address.length));
