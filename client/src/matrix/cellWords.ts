import type { CardId, Link } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import { valueOf, type CellValue } from "./cellValue.ts";
import type { Matrix } from "./readMatrix.ts";

const strengthWord = (value: CellValue, t: Text["t"]): string =>
  [t("matrix.none"), t("matrix.weak"), t("matrix.medium"), t("matrix.strong")][Math.abs(value)] ?? "";

/** "plus, strong" */
export function valueWords(value: CellValue, t: Text["t"]): string {
  if (value === 0) return t("matrix.none");
  return `${value > 0 ? t("matrix.plus") : t("matrix.minus")}, ${strengthWord(value, t)}`;
}

/** "plus, strong, after a while" */
export const linkInCell = (link: Link, t: Text["t"]): string =>
  [valueWords(valueOf(link), t), link.delay && t("matrix.later"), link.label].filter(Boolean).join(", ");

export const titleIn = (matrix: Matrix, id: CardId, t: Text["t"]): string =>
  matrix.cards.get(id)?.title || t("card.untitled");

/** A cell as it is said: "Evenings on Waiting: minus, strong". */
export function cellWords(matrix: Matrix, from: CardId, to: CardId, { t }: Pick<Text, "t">, isLocked: boolean): string {
  const names = { from: titleIn(matrix, from, t), to: titleIn(matrix, to, t) };
  if (from === to) return t("matrix.self", { title: names.from });
  const links = matrix.linksOf(from, to);
  const [link] = links;
  const value =
    link === undefined
      ? t("matrix.none")
      : links.length > 1
        ? `${t("matrix.several", { n: links.length })}: ${links.map((each) => linkInCell(each, t)).join(" / ")}`
        : linkInCell(link, t);
  const said = t("matrix.cell", { ...names, value });
  return isLocked ? `${said}, ${t("matrix.locked")}` : said;
}
