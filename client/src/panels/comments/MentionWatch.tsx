import { titleOf, type CardId, type CommentId, type LinkId } from "@palabre/shared/terms";
import { useEffect } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { speaksTo } from "../../people/index.ts";

/** Tells a person when somebody speaks to them in a comment, and leads there. Draws nothing. */
export const MentionWatch = () => {
  const { t } = useText();
  const board = useBoard();
  useEffect(() => {
    const { me, commands, ui } = board;
    const told = new Set<CommentId>();
    return board.onChange(({ facts, mine }) => {
      if (mine) return;
      for (const fact of facts) {
        if (fact.type !== "comment" || told.has(fact.comment)) continue;
        const comment = board.snapshot().comments.get(fact.comment);
        const { people } = board.workshop();
        const names = [...people.values()].map(({ name }) => name);
        const myName = people.get(me.person)?.name ?? me.name;
        if (!comment || comment.by === me.person || !speaksTo(comment.text, myName, [...names, myName])) continue;
        told.add(comment.id);
        // a comment says on what it is by the id of a card or of a link
        const on = comment.on as CardId | LinkId;
        const card = board.card(on as CardId);
        const name = comment.by === undefined ? undefined : people.get(comment.by)?.name;
        showToast({
          text: t("comments.toYou", {
            name: name ?? t("comments.nobody"),
            title: (card && titleOf(card)) || t("comments.title"),
          }),
          action: {
            label: t("comments.show"),
            onAction: () => {
              commands.select([on]);
              if (card) commands.lookAt(card.id);
              ui.set({ panel: "card", saying: { on, part: "comment" } });
            },
          },
        });
      }
    });
  }, [board, t]);
  return null;
};
