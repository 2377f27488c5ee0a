import type { CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { Sentence } from "./Sentence.tsx";
import { shortTitle } from "./titles.ts";
import css from "./Choice.module.css";

export interface CardRowProps {
  readonly card: CardId;
  readonly says: string;
  /** a figure at the right, with its name for who doesn't see it */
  readonly figure: { readonly shown: string; readonly name: string };
}

/** A card that is to be talked about, as a row whose press selects it. */
export const CardRow = ({ card, says, figure }: CardRowProps) => {
  const text = useText();
  const { commands } = useBoard();
  const { cards } = useSnapshot();
  return (
    <li>
      <BareButton
        className={css["link"]}
        onPress={() => {
          commands.select([card]);
          commands.lookAt(card);
        }}
      >
        <span className={css["pair"]}>
          <b>{shortTitle(cards.get(card), text)}</b>
        </span>
        <span className={css["figure"]}>
          <span aria-hidden="true">{figure.shown}</span>
          <span className="sr">{figure.name}</span>
        </span>
        <small>
          <Sentence of={says} />
        </small>
      </BareButton>
    </li>
  );
};
