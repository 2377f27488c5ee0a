import type { CardId, Link } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { valueOf, type CellValue } from "./cellValue.ts";
import type { Matrix } from "./readMatrix.ts";

type Words = Pick<Text, "t" | "signed">;

const strengthWord = (value: CellValue, t: Text["t"]): string =>
  [t("matrix.none"), t("matrix.weak"), t("matrix.medium"), t("matrix.strong")][Math.abs(value)] ?? "";

/** "plus, strong" */
export function valueWords(value: CellValue, t: Text["t"]): string {
  if (value === 0) return t("matrix.none");
  return `${value > 0 ? t("matrix.plus") : t("matrix.minus")}, ${strengthWord(value, t)}`;
}

/** "plus, strong, the group gives it −2, after a while" */
export function linkInCell(link: Link, matrix: Pick<Matrix, "medianOf">, { t, signed }: Words): string {
  const median = matrix.medianOf(link);
  const byGroup = median !== undefined && t("matrix.byGroup", { median: signed(median, { digits: 1 }) });
  return [valueWords(valueOf(link), t), byGroup, link.delay && t("matrix.later"), link.label]
    .filter(Boolean)
    .join(", ");
}

export const titleIn = (matrix: Matrix, id: CardId, t: Text["t"]): string =>
  matrix.cards.get(id)?.title || t("card.untitled");

/** A cell as it is said: "Evenings on Waiting: minus, strong". */
export function cellWords(matrix: Matrix, from: CardId, to: CardId, text: Words, isLocked: boolean): string {
  const { t } = text;
  const names = { from: titleIn(matrix, from, t), to: titleIn(matrix, to, t) };
  if (from === to) return t("matrix.self", { title: names.from });
  const links = matrix.linksOf(from, to);
  const [link] = links;
  const value =
    link === undefined
      ? t("matrix.none")
      : links.length > 1
        ? `${t("matrix.several", { n: links.length })}: ${links.map((each) => linkInCell(each, matrix, text)).join(" / ")}`
        : linkInCell(link, matrix, text);
  const said = t("matrix.cell", { ...names, value });
  return isLocked ? `${said}, ${t("matrix.locked")}` : said;
}
