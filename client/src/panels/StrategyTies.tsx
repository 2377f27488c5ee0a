import { LIMITS, titleOf, type Card, type CardId } from "@palabre/shared/terms";
import { drawingOfKind } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot } from "../state/index.ts";
import { PickField, type Pick } from "../ui/index.ts";
import { tiesOf, withoutRival, withoutStrategy, withStrategy } from "./ties.ts";

/** What a strategy needs first, and what it can't go with. */
export const StrategyTies = ({ card, mayEdit }: { readonly card: Card; readonly mayEdit: boolean }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const snapshot = useSnapshot();
  const { requires, excludes, choices } = tiesOf(card, snapshot);
  const pickOf = (id: CardId): Pick<CardId> => {
    const other = snapshot.cards.get(id);
    return {
      id,
      label: (other && titleOf(other)) || t("panel.untitled"),
      icon: drawingOfKind("strategy"),
      hint: other?.attributes.trashedAt === undefined ? undefined : t("facts.inTrash"),
    };
  };
  if (!mayEdit && requires.length + excludes.length === 0) return null;
  const shared = {
    choices: choices.map(pickOf),
    findLabel: t("facts.findChoice"),
    noneFound: t("facts.foundNothing"),
    max: LIMITS.strategiesNamed,
    isReadOnly: !mayEdit,
  };
  const own = card.attributes;
  return (
    <>
      {(mayEdit || requires.length > 0) && (
        <PickField
          {...shared}
          label={t("facts.requires")}
          picked={requires.map(pickOf)}
          onPick={(id) => commands.setCard(card.id, { requires: withStrategy(own.requires, id) })}
          onRemove={(id) => commands.setCard(card.id, { requires: withoutStrategy(own.requires, id) })}
        />
      )}
      {(mayEdit || excludes.length > 0) && (
        <PickField
          {...shared}
          label={t("facts.excludes")}
          picked={excludes.map(pickOf)}
          onPick={(id) => commands.setCard(card.id, { excludes: withStrategy(own.excludes, id) })}
          onRemove={(id) => {
            const other = snapshot.cards.get(id);
            if (other) commands.setCards(withoutRival(card, other));
          }}
        />
      )}
    </>
  );
};
