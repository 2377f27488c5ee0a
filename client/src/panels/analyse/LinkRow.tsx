import type { CardId, LinkId, Polarity } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { Sentence } from "./Sentence.tsx";
import { shortTitle } from "./titles.ts";
import css from "./Choice.module.css";

interface LinkRowProps {
  readonly from: CardId;
  readonly to: CardId;
  readonly links: readonly LinkId[];
  /** undefined when people are not of one mind about it */
  readonly sign: Polarity | undefined;
  readonly says: string;
  /** a figure at the right, with its name for who doesn't see it */
  readonly figure?: { readonly shown: string; readonly name: string } | undefined;
}

/** What one card does to another, as a row whose press selects the links. */
export const LinkRow = ({ from, to, links, sign, says, figure }: LinkRowProps) => {
  const text = useText();
  const { commands } = useBoard();
  const { cards } = useSnapshot();
  const shown = sign === undefined ? "±" : sign === "-" ? "\u2212" : "+";
  return (
    <li>
      <BareButton
        className={css["link"]}
        onPress={() => {
          commands.select(links);
          commands.lookAt(from);
        }}
      >
        <span className={css["pair"]}>
          <b>{shortTitle(cards.get(from), text)}</b>
          <i data-sign={sign ?? "both"}>{` ${shown}→ `}</i>
          <b>{shortTitle(cards.get(to), text)}</b>
        </span>
        {figure && (
          <span className={css["figure"]}>
            <span aria-hidden="true">{figure.shown}</span>
            <span className="sr">{figure.name}</span>
          </span>
        )}
        <small>
          <Sentence of={says} />
        </small>
      </BareButton>
    </li>
  );
};
