import { parseQuery } from "@palabre/shared/listening";
import fc from "fast-check";
import { expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { queryText } from "./queryText.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

it("[P10] terms are shown as they were written, in the query's own grammar", () => {
  expect(queryText(" rendez-vous, soir* ;après le travail\n", fr)).toBe("rendez-vous, soir*, après le travail");
  expect(queryText("vélo* NOT (location OR vol)", fr)).toBe("vélo* SAUF (location, vol)");
  expect(queryText('(a, b) AND "c, d" ET NOT e', en)).toBe('(a, b) AND "c, d" NOT e');
  expect(queryText(" , ", en)).toBe("");
});

it("[P110] what counts for nothing is not shown as if it did: asterisks but at an end, emoji", () => {
  expect(queryText("ouvr* tard, *rir, ouv*rir, soir*", fr)).toBe("ouvr tard, rir, ouv rir, soir*");
  expect(queryText('"ouvr* tard"*, "la nuit*"', fr)).toBe('"ouvr tard"*, "la nuit"');
  expect(queryText("vélo 🚲, 👩🏽‍🚒*, 🚲, 🇫🇷 fête", fr)).toBe("vélo, fête");
  expect(queryText("vélo *OU moto", fr)).toBe('"vélo OU moto"');
});

it("[P110] what is shown of a query asks for the same, in every language", () => {
  const word = fc.constantFrom(
    "soir",
    "vélo*",
    '"la nuit"',
    "Rendez-Vous",
    "AND",
    "NOT",
    "OR",
    "(",
    ")",
    ",",
    "SAUF",
    "*rir",
    "ou*vr*",
    "🚲",
    "*OU",
    "”OR🚲",
    '"a*🚲',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const query = words.join(" ");
      for (const text of [en, fr]) expect(parseQuery(queryText(query, text))).toEqual(parseQuery(query));
    }),
    { examples: [[["NOT", "(", "SAUF", "soir", ")"]]] },
  );
});
