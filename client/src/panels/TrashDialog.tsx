import { mayFacilitate } from "@palabre/shared/facilitation";
import { titleOf, type Card } from "@palabre/shared/terms";
import { KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, useUi, useMayEdit } from "../state/index.ts";
import { Button, Dialog, EmptyState, TrashIcon, UndoIcon } from "../ui/index.ts";
import { EmptyTrash } from "./EmptyTrash.tsx";
import { trashedCards } from "./trashedCards.ts";
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
  const cards = trashedCards(useSnapshot());
  if (cards.length === 0) return <EmptyState isPlain icon={TrashIcon} text={t("panel.trashEmpty")} />;
  return (
    <>
      <ul className={css["list"]}>
        {cards.map((card) => (
          <TrashedRow key={card.id} card={card} />
        ))}
      </ul>
      {mayFacilitate(me.role) && <EmptyTrash n={cards.length} />}
    </>
  );
};

const TrashedRow = ({ card }: { readonly card: Card }) => {
  const text = useText();
  const { t, relativeTime } = text;
  const { commands, ui } = useBoard();
  const mayEdit = useMayEdit();
  const title = titleOf(card);
  return (
    <li className={css["row"]}>
      <KindIcon kind={card.kind} />
      <span className={css["words"]}>
        <span className={css["title"]}>{title === "" ? t("panel.untitled") : title}</span>
        <small>
          {kindWord(card, text)}, {t("panel.trashedWhen", { when: relativeTime(card.attributes.trashedAt ?? card.at) })}
        </small>
      </span>
      {mayEdit && (
        <Button
          size="s"
          icon={UndoIcon}
          aria-label={t("panel.bringBackOf", { title })}
          onPress={() => {
            commands.bringBack([card.id]);
            commands.select([card.id]);
            commands.lookAt(card.id);
            ui.set({ panel: "card" });
          }}
        >
          {t("panel.bringBack")}
        </Button>
      )}
    </li>
  );
};
