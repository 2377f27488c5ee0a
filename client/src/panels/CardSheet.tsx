import { titleOf, type Card } from "@palabre/shared/terms";
import { KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation, useBoard, useWorkshop, useMayEdit } from "../state/index.ts";
import { EditIcon, IconButton, PlaceIcon } from "../ui/index.ts";
import { CardFacts } from "./CardFacts.tsx";
import { CommentThreads, ReactionRow } from "./comments/index.ts";
import { CardReadings } from "./CardReadings.tsx";
import { DecisionSection } from "./decision/index.ts";
import { PanelHead, PanelTitle } from "./pieces/index.ts";
import { RelatedCards } from "./RelatedCards.tsx";
import { Testimonies } from "./Testimonies.tsx";
import { TrashButton } from "./TrashButton.tsx";
import css from "./CardSheet.module.css";

/** One card: what it says, what is measured of it, its facts, and what it is linked to. */
export const CardSheet = ({ card }: { readonly card: Card }) => {
  const text = useText();
  const { t } = text;
  const { commands } = useBoard();
  const mayEdit = useMayEdit(card.id);
  const annotation = useAnnotation(card.id);
  const title = titleOf(card);
  const more = card.text.slice(card.text.indexOf(title) + title.length).trim();
  return (
    <>
      <PanelHead
        actions={
          <>
            {mayEdit && (
              <IconButton size="s" label={t("panel.edit")} icon={EditIcon} onPress={() => commands.edit(card.id)} />
            )}
            <IconButton size="s" label={t("panel.show")} icon={PlaceIcon} onPress={() => commands.lookAt(card.id)} />
          </>
        }
      >
        <span className={css["kind"]} data-kind={card.kind}>
          <KindIcon kind={card.kind} />
          {kindWord(card, text)}
        </span>
      </PanelHead>
      <PanelTitle>{title === "" ? t("panel.untitled") : title}</PanelTitle>
      {more !== "" && <p className={css["more"]}>{more}</p>}
      <Born card={card} />
      <ReactionRow card={card} />
      <CardReadings card={card} annotation={annotation} />
      <DecisionSection card={card} />
      <Testimonies card={card} quotes={annotation?.quotes ?? []} total={totalOf(annotation)} />
      <RelatedCards card={card} />
      <CommentThreads on={card.id} />
      <CardFacts card={card} />
      {mayEdit && <TrashButton cards={[card.id]} />}
    </>
  );
};

const totalOf = (annotation: ReturnType<typeof useAnnotation>): number | undefined =>
  annotation?.readings.find(({ measure }) => measure === "mentions")?.total;

/** By whom and when; a card that the server wrote names nobody. */
const Born = ({ card }: { readonly card: Pick<Card, "by" | "at"> }) => {
  const { t, date } = useText();
  const { people } = useWorkshop();
  const name = card.by === undefined ? undefined : people.get(card.by)?.name;
  const day = date(card.at);
  return (
    <p className={css["born"]}>{name === undefined ? t("panel.born", { day }) : t("panel.bornBy", { name, day })}</p>
  );
};
