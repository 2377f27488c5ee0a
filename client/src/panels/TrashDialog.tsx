import type { ReactNode } from "react";
import { mayFacilitate } from "@palabre/shared/facilitation";
import { titleOf, type Card, type CardId, type Link, type LinkId } from "@palabre/shared/terms";
import { KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, useUi, useMayEdit } from "../state/index.ts";
import { Button, Dialog, EmptyState, Icon, LinkIcon, TrashIcon, UndoIcon } from "../ui/index.ts";
import { EmptyTrash } from "./EmptyTrash.tsx";
import { trashedCards, trashedLinks } from "./trashedCards.ts";
import css from "./TrashDialog.module.css";

/** What was thrown away and can come back, links with it. */
export const TrashDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "trash");
  return (
    <Dialog title={t("panel.trashTitle")} isOpen={isOpen} onClose={() => ui.set({ dialog: undefined })}>
      {isOpen && <TrashList />}
    </Dialog>
  );
};

const TrashList = () => {
  const { t } = useText();
  const { me } = useBoard();
  const snapshot = useSnapshot();
  const cards = trashedCards(snapshot);
  const links = trashedLinks(snapshot);
  if (cards.length + links.length === 0) return <EmptyState isPlain icon={TrashIcon} text={t("panel.trashEmpty")} />;
  return (
    <>
      <ul className={css["list"]}>
        {cards.map((card) => (
          <TrashedCard key={card.id} card={card} />
        ))}
        {links.map((link) => (
          <TrashedLink key={link.id} link={link} />
        ))}
      </ul>
      {mayFacilitate(me.role) && <EmptyTrash cards={cards.length} links={links.length} />}
    </>
  );
};

const TrashedCard = ({ card }: { readonly card: Card }) => {
  const text = useText();
  const when = text.relativeTime(card.attributes.trashedAt ?? card.at);
  return (
    <TrashedRow
      icon={<KindIcon kind={card.kind} />}
      title={titleOf(card) || text.t("panel.untitled")}
      about={`${kindWord(card, text)}, ${text.t("panel.trashedWhen", { when })}`}
      id={card.id}
      card={card.id}
    />
  );
};

const TrashedLink = ({ link }: { readonly link: Link }) => {
  const { t, relativeTime } = useText();
  const when = relativeTime(link.attributes.trashedAt ?? link.at);
  const board = useBoard();
  const [from, to] = [link.from, link.to].map((id) => titleOf(board.card(id) ?? { text: "" }) || t("panel.untitled"));
  return (
    <TrashedRow
      icon={<Icon of={LinkIcon} size="meta" />}
      title={`${from} → ${to}`}
      about={`${t("panel.link")}, ${t("panel.trashedLinkWhen", { when })}`}
      id={link.id}
      card={link.from}
    />
  );
};

interface TrashedRowProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** what it is, and when it was thrown away */
  readonly about: string;
  readonly id: CardId | LinkId;
  /** where to look once it is back */
  readonly card: CardId;
}
const TrashedRow = ({ icon, title, about, id, card }: TrashedRowProps) => {
  const { t } = useText();
  const { commands, ui } = useBoard();
  const mayEdit = useMayEdit();
  return (
    <li className={css["row"]}>
      {icon}
      <span className={css["words"]}>
        <span className={css["title"]}>{title}</span>
        <small>{about}</small>
      </span>
      {mayEdit && (
        <Button
          size="s"
          icon={UndoIcon}
          aria-label={t("panel.bringBackOf", { title })}
          onPress={() => {
            commands.bringBack([id]);
            commands.select([id]);
            commands.lookAt(card);
            ui.set({ panel: "card" });
          }}
        >
          {t("panel.bringBack")}
        </Button>
      )}
    </li>
  );
};
