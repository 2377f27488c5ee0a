import type { Text } from "../i18n/index.ts";

const USUAL = 7;

/** The words of the grades, the worst first: five, six or seven of them. */
export function gradeNames(grades: number | undefined, { t }: Pick<Text, "t">): readonly string[] {
  const seven = [
    t("voting.grade.reject"),
    t("voting.grade.poor"),
    t("voting.grade.acceptable"),
    t("voting.grade.fair"),
    t("voting.grade.good"),
    t("voting.grade.veryGood"),
    t("voting.grade.excellent"),
  ];
  const n = grades ?? USUAL;
  // with fewer, the finest distinctions go first
  const left = n >= 7 ? [] : n === 6 ? [3] : [3, 5];
  return seven.filter((_, place) => !left.includes(place));
}
