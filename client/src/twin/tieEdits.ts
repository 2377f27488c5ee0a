import type { OutlineTie } from "@palabre/shared/outline";
import type { CardId, LinkAttributes, LinkId, LinkWeights, Polarity } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import type { BoardState, Loose } from "../state/index.ts";
import { announce, showToast } from "../ui/index.ts";
import { tieWords } from "./tieWords.ts";

/** What can be done to the links of a card; each is one step of undo, and says how the link reads then. */
export interface TieEdits {
  add(from: CardId, to: CardId, polarity: Polarity): void;
  set(tie: OutlineTie, values: Loose<LinkAttributes>): void;
  /** What is gone comes back by its notice. */
  remove(tie: OutlineTie): void;
}

export function tieEdits(board: BoardState, text: Text, weights: LinkWeights): TieEdits {
  const { commands } = board;
  const { t } = text;
  const tell = (id: LinkId, way: OutlineTie["way"], end: CardId): void => {
    const [link, other] = [board.link(id), board.card(end)];
    if (link && other) announce(tieWords({ link, way, other }, text, weights), "kept");
  };
  return {
    add: (from, to, polarity) => {
      const id = commands.addLink(from, to, polarity);
      if (id !== undefined) tell(id, "out", to);
    },
    set: ({ link, way, other }, values) => {
      commands.setLink(link.id, values);
      tell(link.id, way, other.id);
    },
    remove: (tie) => {
      const bringBack = commands.trash([tie.link.id]);
      if (!bringBack) return;
      const words = tieWords(tie, text, weights);
      showToast({ text: t("twin.removedTie", { words }), action: { label: t("frame.undo"), onAction: bringBack } });
    },
  };
}
