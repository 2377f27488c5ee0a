import type { BoardComparison } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** What a restore will do, in lines. It is the comparison with the board of now read backwards: what was added since goes, what is gone comes. */
export function restoreWords({ cards, links, comments }: BoardComparison, { t }: Pick<Text, "t">): readonly string[] {
  const counted = [
    ["history.restoreAdded", cards.removed.length],
    ["history.restoreRemoved", cards.added.length],
    ["history.restoreChanged", cards.changed.length],
    ["history.restoreLinks", links.added.length + links.removed.length + links.changed.length],
    ["history.restoreCommentsGone", comments.added.length],
    ["history.restoreComments", comments.removed.length + comments.changed.length],
  ] as const;
  return counted.flatMap(([key, n]) => (n > 0 ? [t(key, { n })] : []));
}
