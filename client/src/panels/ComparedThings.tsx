import type { ReactNode } from "react";
import type { VersionFacts } from "@palabre/shared/protocol";
import type { BoardComparison, CardId, ComparedCard, ComparedLink, Differences } from "@palabre/shared/terms";
import { KindIcon } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { BareButton, CommentIcon, Icon, LinkIcon } from "../ui/index.ts";
import { factWords } from "./historyWords.ts";
import { Section } from "./pieces/index.ts";
import css from "./HistoryPanel.module.css";

export interface ComparedThingsProps {
  readonly comparison: BoardComparison;
  readonly from: VersionFacts;
  /** undefined: the board now */
  readonly to: VersionFacts | undefined;
}

/** The differences, as lists; a press goes to the card where it can be seen. */
export const ComparedThings = ({ comparison: { cards, links, comments }, ...where }: ComparedThingsProps) => {
  const { t } = useText();
  const titleOf = ({ title }: { readonly title: string }) => title || t("history.untitled");
  return (
    <>
      <Things
        {...where}
        heading={t("history.cards")}
        things={cards}
        cardOf={({ id }) => id}
        draw={(card: ComparedCard) => (
          <>
            <KindIcon kind={card.kind} />
            <span className={css["label"]}>{titleOf(card)}</span>
          </>
        )}
      />
      <Things
        {...where}
        heading={t("history.links")}
        things={links}
        cardOf={({ from }) => from.id}
        draw={(link: ComparedLink) => (
          <>
            <Icon of={LinkIcon} size="card" />
            <span className={css["label"]}>
              {t("history.linkOf", { from: titleOf(link.from), to: titleOf(link.to) })}
            </span>
          </>
        )}
      />
      <Things
        {...where}
        heading={t("history.comments")}
        things={comments}
        // an id that is a link's finds no card, and goes nowhere
        cardOf={({ on }) => on as CardId}
        draw={(comment) => (
          <>
            <Icon of={CommentIcon} size="card" />
            <span className={css["label"]}>{comment.text}</span>
          </>
        )}
      />
    </>
  );
};

interface ThingsProps<T> extends Pick<ComparedThingsProps, "from" | "to"> {
  readonly heading: string;
  readonly things: Differences<T>;
  readonly draw: (thing: T) => ReactNode;
  /** the card that is gone to for it */
  readonly cardOf: (thing: T) => CardId;
}
const Things = <T extends { readonly id: string }>({ heading, things, draw, cardOf, from, to }: ThingsProps<T>) => {
  const text = useText();
  const { t } = text;
  const goTo = useGoTo();
  const { added, removed, changed } = things;
  if (added.length + removed.length + changed.length === 0) return null;
  const rows = (
    which: string,
    list: readonly T[],
    { where, noteOf }: { where: VersionFacts | undefined; noteOf?: (thing: T) => string },
  ) =>
    list.length > 0 && (
      <>
        <h4 className={css["which"]}>
          {which} <span>{text.number(list.length)}</span>
        </h4>
        <ul className={css["things"]}>
          {list.map((thing) => (
            <li key={thing.id}>
              <BareButton className={css["thing"]} onPress={() => goTo(cardOf(thing), where)}>
                {draw(thing)}
                {noteOf && <small>{noteOf(thing)}</small>}
              </BareButton>
            </li>
          ))}
        </ul>
      </>
    );
  const factsById = new Map(changed.map(({ id, facts }) => [id, facts]));
  return (
    <Section title={heading}>
      {rows(t("history.added"), added, { where: to })}
      {rows(t("history.changed"), changed, {
        where: to,
        noteOf: ({ id }) => factWords(factsById.get(id) ?? [], text),
      })}
      {rows(t("history.removed"), removed, { where: from })}
    </Section>
  );
};

/** Shows a card on the board of now, or on the version that has it. */
function useGoTo(): (card: CardId, where: VersionFacts | undefined) => void {
  const { ui, commands } = useBoard();
  return (card, version) => {
    ui.set({ version });
    if (version) ui.set({ selection: new Set([card]), lookAt: { card } });
    else {
      commands.select([card]);
      commands.lookAt(card);
    }
  };
}
