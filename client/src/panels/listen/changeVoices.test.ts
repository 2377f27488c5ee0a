import { expect, it } from "vitest";
import { changeVoices } from "./changeVoices.ts";

const voice = (name: string, query = `"${name}"`) => ({ name, query });
const [a, b, c, d] = ["Gare", "Piscine", "Halle", "Quai"].map((name) => voice(name));

it("[L188] names that others set while a form is open stay, beside what was added, changed and removed in it", () => {
  if (!a || !b || !c || !d) throw new Error("four names");
  const opened = [a, b];
  expect(changeVoices([a, b, c], opened, [a, b, d])).toEqual([a, b, d, c]);
  expect(changeVoices([a, b, c], opened, [a])).toEqual([a, c]);
  expect(changeVoices([a, b, c], opened, [voice("Gare", "gare*"), b])).toEqual([voice("Gare", "gare*"), b, c]);
  expect(changeVoices([a, c], opened, [a, b])).toEqual([a, c]);
  expect(changeVoices([b], opened, [voice("gare", "gare*"), b])).toEqual([voice("gare", "gare*"), b]);
  expect(changeVoices([voice("Gare", "train"), b], opened, [a, b, d])).toEqual([voice("Gare", "train"), b, d]);
  expect(changeVoices([a, b, voice("quai", "quai*")], opened, [a, b, d])).toEqual([a, b, d]);
  expect(changeVoices(opened, opened, [b, c])).toEqual([b, c]);
  expect(changeVoices([], [], [])).toEqual([]);
});
