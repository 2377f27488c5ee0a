import { useText } from "../i18n/index.ts";
import { useSnapshot, useUi } from "../state/index.ts";
import { CardIcon, EmptyState } from "../ui/index.ts";
import { CardSheet } from "./CardSheet.tsx";
import { LinkSheet } from "./LinkSheet.tsx";
import { PanelHead } from "./pieces/index.ts";
import { SelectionSheet } from "./SelectionSheet.tsx";
import { selectedThings } from "./selectedThings.ts";

/** What is selected, and all that is known of it. */
export const CardPanel = () => {
  const { t } = useText();
  const selection = useUi((ui) => ui.selection);
  const { cards, links } = selectedThings(selection, useSnapshot());
  const [card] = cards;
  const [link] = links;
  if (cards.length + links.length > 1) return <SelectionSheet cards={cards} links={links} />;
  if (card) return <CardSheet key={card.id} card={card} />;
  if (link) return <LinkSheet key={link.id} link={link} />;
  return (
    <>
      <PanelHead>{null}</PanelHead>
      <EmptyState isPlain icon={CardIcon} text={t("panel.cardEmpty")} />
    </>
  );
};
