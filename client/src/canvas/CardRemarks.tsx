import { REACTIONS, type Card } from "@palabre/shared/terms";
import { REACTION_DRAWINGS } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { reactionsTo, useBoard, useOpenComments } from "../state/index.ts";
import { CommentIcon, Icon } from "../ui/index.ts";
import css from "./CardRemarks.module.css";

/** What was said of a card, on its lower edge: how many comments wait, and the reactions by number. A press leads to the words. */
export const CardRemarks = ({ card }: { readonly card: Card }) => {
  const { t, number } = useText();
  const { commands, ui } = useBoard();
  const comments = useOpenComments(card.id);
  const given = [...reactionsTo(card).values()];
  const counted = REACTIONS.map((reaction) => [reaction, given.filter((each) => each === reaction).length] as const);
  if (comments === 0 && counted.every(([, n]) => n === 0)) return null;
  return (
    <span className={css["remarks"]}>
      {counted.map(
        ([reaction, n]) =>
          n > 0 && (
            <span key={reaction} className={css["chip"]} aria-hidden="true">
              <Icon of={REACTION_DRAWINGS[reaction]} size="meta" />
              {number(n)}
            </span>
          ),
      )}
      {comments > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className={`nodrag nopan ${css["chip"]} ${css["pin"]}`}
          aria-label={t("card.comments", { n: comments })}
          onClick={() => {
            commands.select([card.id]);
            ui.set({ panel: "card" });
          }}
        >
          <Icon of={CommentIcon} size="meta" />
          {number(comments)}
        </button>
      )}
    </span>
  );
};
