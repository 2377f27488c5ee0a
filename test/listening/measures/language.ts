import { detectLanguage, learnPrior } from "@palabre/shared/listening/language";
import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";

const SHORT = 25;

/** How often the language of a text is found: by the text alone, also of the short ones; and with what the file is written in. */
export const language: Measure = defineMeasure({ text: z.string(), lang: z.string() }, (rows) => {
  const prior = learnPrior(rows.map(({ text }) => text));
  const short = rows.filter(({ text }) => text.length < SHORT);
  const share = (of: typeof rows, find: (text: string) => string | undefined): number =>
    of.length === 0 ? 0 : (100 * of.filter(({ text, lang }) => find(text) === lang).length) / of.length;
  const alone = (text: string): string | undefined => detectLanguage(text).language;
  return [
    { measure: "language-accuracy", value: share(rows, alone), n: rows.length },
    {
      measure: "language-accuracy-with-prior",
      value: share(rows, (text) => detectLanguage(text, prior).language),
      n: rows.length,
    },
    ...(short.length === 0
      ? []
      : [{ measure: "language-accuracy-short", value: share(short, alone), n: short.length }]),
  ];
});
