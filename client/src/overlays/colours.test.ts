import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contrastOf, linearOf, luminanceOf, themesIn, type Linear, type Tokens } from "../ui/tokenColours.ts";
import { colourOfGroup, colourOfStep } from "./colours.ts";

const themes = themesIn(readFileSync(join(import.meta.dirname, "../ui/tokens.css"), "utf8"));

/** Björn Ottosson, A perceptual color space for image processing, 2020. */
const toOklab = ([r, g, b]: Linear): Linear => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const fromOklab = ([L, a, b]: Linear): Linear => {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};
const mix = (share: number, a: Linear, b: Linear): Linear => {
  const [from, to] = [toOklab(b), toOklab(a)];
  return fromOklab(from.map((value, i) => value + ((to[i] ?? 0) - value) * share) as unknown as Linear);
};
/** A colour as the sheet says it, worked out with the tokens of a theme. */
const workOut = (colour: string, tokens: Tokens): Linear => {
  const token = (name: string): Linear => linearOf(tokens.get(name) ?? expect.fail(`there is no token --${name}`));
  const plain = /^var\(--([\w-]+)\)$/.exec(colour)?.[1];
  if (plain !== undefined) return token(plain);
  const [, a = "", share = "", b = ""] =
    /^color-mix\(in oklab, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)$/.exec(colour) ?? [];
  return mix(Number(share) / 100, token(a), token(b));
};
const sequential = [0, 1, 2, 3, 4].map((step) => colourOfStep({ type: "sequential" }, step));
const diverging = [-3, -2, -1, 0, 1, 2, 3].map((step) => colourOfStep({ type: "diverging" }, step));
const groups = Array.from({ length: 9 }, (_, place) => colourOfGroup(place));

describe.each(["light", "dark"] as const)("the colours of figures, in the %s theme", (theme) => {
  const tokens = themes[theme];
  const of = (colour: string): Linear => workOut(colour, tokens);

  it("[P55] stand out from the ground and from a sheet by 3 to 1 at least", () => {
    for (const ground of ["var(--ground)", "var(--page)"])
      for (const colour of [...sequential, ...diverging, ...groups])
        expect({ colour, ratio: contrastOf(of(colour), of(ground)) }).toEqual({
          colour,
          ratio: expect.toSatisfy((ratio: number) => ratio >= 3),
        });
  });

  it("[P55] leave the words of a card that they tint at 7 to 1", () => {
    for (const colour of [...sequential, ...diverging, ...groups]) {
      const face = mix(0.22, of(colour), of("var(--sheet)"));
      expect({ colour, ratio: contrastOf(of("var(--ink)"), face) }).toEqual({
        colour,
        ratio: expect.toSatisfy((ratio: number) => ratio >= 7),
      });
    }
  });

  it("[P55] get darker, or lighter, from step to step, so that they can be told without seeing hues", () => {
    const lights = sequential.map((colour) => luminanceOf(of(colour)));
    const sorted = lights.toSorted((a, b) => (theme === "light" ? b - a : a - b));
    expect(lights).toEqual(sorted);
    for (const [i, each] of sequential.slice(1).entries())
      expect(contrastOf(of(each), of(sequential[i] ?? each))).toBeGreaterThan(1.2);
  });
});
