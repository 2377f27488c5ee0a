import type { Text } from "../i18n/index.ts";

interface TrashCounts {
  readonly cards: number;
  readonly links: number;
}

/** What emptying the trash will delete. @param counts `links`: those that were thrown away by themselves */
export function emptyTrashWords({ cards, links }: TrashCounts, { t }: Pick<Text, "t">): string {
  return [
    ...(cards > 0 ? [t("panel.emptyTrashText", { n: cards })] : []),
    ...(links > 0 ? [t("panel.emptyTrashLinks", { n: links })] : []),
    t("panel.emptyTrashVersions"),
  ].join(" ");
}

/** What it did delete. @param counts `links`: those of the cards too */
export function emptiedWords({ cards, links }: TrashCounts, { t }: Pick<Text, "t">): string {
  return [
    // where somebody else was quicker, that is told too
    ...(cards > 0 || links === 0 ? [t("panel.trashEmptied", { n: cards })] : []),
    ...(links > 0 ? [t("panel.trashEmptiedLinks", { n: links })] : []),
  ].join(" ");
}
