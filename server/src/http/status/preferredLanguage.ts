import { LANGUAGES, type Language } from "@palabre/shared/terms";

/**
 * The language of ours that a browser likes best (RFC 9110, 12.5.4): of equal weights the first, English where none of ours is named.
 * @param header of `Accept-Language`: `fr-CA, fr;q=0.8, en;q=0.5`
 */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((piece) => piece.startsWith("q="));
    return { tag: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  const liked = asked.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of liked) {
    const language = LANGUAGES.find((known) => known === tag);
    if (language) return language;
  }
  return "en";
}
