import type { PocketCount, PocketResult } from "@palabre/shared/protocol";
import type { Text } from "../i18n/index.ts";
import { gradeNames } from "../voting/index.ts";

/** What a method counts of an option, in few words; undefined when the tally does not tell it. */
export function countWords(
  { method, settings, options, left }: Pick<PocketResult, "method" | "settings" | "options" | "left">,
  of: PocketCount,
  text: Pick<Text, "t" | "number" | "signed">,
): string | undefined {
  const { t, number, signed } = text;
  switch (method) {
    case "dots":
      return of.dots === undefined ? undefined : t("result.dots", { n: of.dots });
    case "judgment": {
      const name = of.grade === undefined ? undefined : gradeNames(settings.grades, text)[of.grade];
      return name === undefined ? undefined : `${name}${of.sign === undefined ? "" : of.sign === "-" ? " −" : " +"}`;
    }
    case "ranked":
      return of.beaten === undefined
        ? undefined
        : t("result.beats", { n: of.beaten, total: Math.max(1, options.length + left - 1) });
    case "pairwise":
      return of.score === undefined ? undefined : t("result.score", { score: number(of.score, { digits: 0 }) });
    case "agreement": {
      const [agree, all] = sumOf(of.agree, of.pass, of.disagree);
      const { pass = 0, disagree = 0 } = of;
      return all === 0 ? undefined : t("result.agreeing", { agree, pass, disagree });
    }
    case "consent": {
      const [yes, all] = sumOf(of.yes, of.reserve, of.objection);
      const { reserve = 0, objection = 0 } = of;
      return all === 0 ? undefined : t("result.consent", { yes, reserve, objection });
    }
    case "rating":
      if (of.kanoClass !== undefined) return t(`result.kano.${of.kanoClass}`);
      return of.opportunity === undefined
        ? undefined
        : t("result.opportunity", { value: number(of.opportunity, { digits: 1 }) });
    case "links":
      return of.median === undefined ? undefined : t("result.median", { value: signed(of.median, { digits: 1 }) });
  }
}

/** The first, and all together. */
const sumOf = (...[first = 0, ...others]: readonly (number | undefined)[]): readonly [number, number] => [
  first,
  others.reduce<number>((sum, each) => sum + (each ?? 0), first),
];
