import { expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { createArrivalWords } from "./arrivalWords.ts";

const [en, fr] = await Promise.all([textIn("en", "en-GB"), textIn("fr", "fr-FR")]);
const [amina, yann] = [{ name: "Amina" }, { name: "Yann" }];

it("[E8] who comes and goes is told by name, with how many are here; of more than five a minute only how many", () => {
  const words = createArrivalWords();
  const came = (now: number, n: number) => words({ came: [amina], went: [] }, n, now, en.t);
  expect(words({ came: [], went: [] }, 2, 0, en.t)).toBeUndefined();
  expect(came(0, 2)).toBe("Amina joined. 2 people here.");
  expect(words({ came: [], went: [yann] }, 1, 1_000, fr.t)).toBe("Yann est parti·e. 1 personne ici.");
  expect(words({ came: [amina, yann], went: [] }, 3, 2_000, en.t)).toBe("Others joined. 3 people here.");
  expect([came(3_000, 4), came(4_000, 5)]).toEqual(["Amina joined. 4 people here.", "Amina joined. 5 people here."]);
  expect([came(5_000, 6), came(59_000, 30)]).toEqual(["6 people", "30 people"]);
  // the first of them is a minute ago
  expect([came(60_000, 31), came(60_500, 32)]).toEqual(["Amina joined. 31 people here.", "32 people"]);
});
