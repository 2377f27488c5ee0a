/** Endings of French and English words, folded, longest first; one list for both, since a post may be in neither or in both. */
const ENDINGS: readonly string[] = (
  "issements issement ations ation ateurs ateur atrice ements ement euses euse ingly iques ique ments ment aient " +
  "erait erais eront ables able ibles ible ness ings ing edly ies ions ion ives ive ees ee ait ais ant ent ers er ez es " +
  "ed ly if e s x"
).split(" ");
const LEAST_STEM = 4;

/** What the forms of a word share, roughly: "ajouter", "ajoutez" → "ajout". Short words stay whole. */
export function stem(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= LEAST_STEM && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}
