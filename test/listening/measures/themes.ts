import { findThemes } from "@palabre/shared/listening/texts";
import { z } from "zod";
import { defineMeasure, type Figure, type Measure } from "../measure.ts";
import { compareGroupings, groupBy, mean, type Grouping } from "../scores.ts";

interface Row {
  readonly text: string;
  readonly theme: string;
  readonly lang: string;
  readonly set: string;
}

/** How well posts of one theme come together: within each `set` where there are sets, in each language and across languages. */
export const themes: Measure = defineMeasure(
  { text: z.string(), theme: z.string(), lang: z.string().default(""), set: z.string().default("") },
  (rows) => {
    const sets = groupBy(rows, ({ set }) => set).map(([, own]) => own);
    const whole = sets.map((own) => compareGroupings(group(own)));
    const languages = groupBy(rows, ({ lang }) => lang).map(([lang]) => lang);
    const figures: Figure[] = [
      { measure: "themes-pair-F1", value: mean(whole.map(({ pairF1 }) => pairF1)), n: rows.length },
      { measure: "themes-ARI", value: mean(whole.map(({ ari }) => ari)), n: rows.length },
    ];
    if (languages.length < 2) return figures;
    const across = sets.map((own) => compareGroupings(group(own), (a, b) => own[a]?.lang !== own[b]?.lang));
    figures.push({ measure: "themes-pair-F1-across", value: mean(across.map(({ pairF1 }) => pairF1)), n: rows.length });
    for (const lang of languages) {
      const alone = sets.map((own) => own.filter((row) => row.lang === lang));
      figures.push({
        measure: `themes-pair-F1-${lang}`,
        value: mean(alone.map((own) => compareGroupings(group(own)).pairF1)),
        n: alone.flat().length,
      });
    }
    return figures;
  },
);

/** The themes that are found, and those that are so; who is in none is alone. */
function group(rows: readonly Row[]): Grouping {
  const found = findThemes(rows.map(({ text, lang }, at) => ({ id: `${at}`, text, language: lang })));
  const said = rows.map((_, at) => -1 - at);
  for (const [theme, { posts }] of found.themes.entries()) for (const id of posts) said[Number(id)] = theme;
  return { said, so: rows.map(({ theme }) => theme) };
}
