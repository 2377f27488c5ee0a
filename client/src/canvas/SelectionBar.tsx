import { useBoard, useMayEdit, useSnapshot, useUi } from "../state/index.ts";
import { isTrashed, type Card, type CardId, type Link, type LinkId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { actions } from "./actions/index.ts";
import { Bar, BarGap } from "./Bar.tsx";
import { BarButton } from "./BarButton.tsx";
import { BarMenu } from "./BarMenu.tsx";
import { boundsOf, boxOf } from "./box.ts";
import { isDrawn } from "./draw/penColours.ts";
import { LinkBar } from "./LinkBar.tsx";
import { LockButton } from "./LockButton.tsx";

export interface SelectionBarProps {
  /** the link whose label is open for typing */
  readonly labelling: LinkId | undefined;
  readonly onLabel: (link: LinkId | undefined) => void;
}

/** What can be done with what is chosen, beside it; for those who may. */
export const SelectionBar = ({ labelling, onLabel }: SelectionBarProps) => {
  const mayEdit = useMayEdit();
  const { cards, links } = useSelected();
  const isBusy = useUi((ui) => ui.editing !== undefined || ui.tool.type !== "select" || ui.placing === ui.selection);
  const [link] = links;
  if (!mayEdit || isBusy) return null;
  if (cards.length > 0) return <CardBar cards={cards} />;
  if (!link || links.length > 1) return null;
  return <LinkBar key={link.id} link={link} isLabelling={labelling === link.id} onLabel={onLabel} />;
};

const CardBar = ({ cards }: { readonly cards: readonly Card[] }) => {
  const { t } = useText();
  const isFacilitator = useBoard().mayFacilitate;
  const around = boundsOf(cards.map((card) => boxOf(card)));
  if (!around) return null;
  const isOne = cards.length === 1;
  return (
    <Bar label={isOne ? t("canvas.cardBar") : t("canvas.cardsBar", { n: cards.length })} around={around}>
      {actions.map((action) => action.barOf?.(cards) && <BarButton key={action.id} id={action.id} />)}
      {cards.every(isDrawn) && <BarMenu type="drawn" />}
      {!isOne && <BarMenu type="several" />}
      {isFacilitator && <LockButton things={cards.map(({ id }) => id)} />}
      <BarGap />
      <BarButton id="delete" />
    </Bar>
  );
};

/** The cards and links that are chosen and drawn. */
function useSelected(): { readonly cards: readonly Card[]; readonly links: readonly Link[] } {
  const snapshot = useSnapshot();
  const selection = useUi((ui) => ui.selection);
  const cards: Card[] = [];
  const links: Link[] = [];
  for (const id of selection) {
    // a selection holds ids of both
    const card = snapshot.cards.get(id as CardId);
    const link = snapshot.links.get(id as LinkId);
    if (card && !isTrashed(card)) cards.push(card);
    if (link && link.attributes.trashedAt === undefined) links.push(link);
  }
  return { cards, links };
}
