import { titleOf, type Card } from "@palabre/shared/terms";
import { CardFigures, KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation } from "../state/index.ts";
import css from "./CardPeek.module.css";

/** The head of a card's sheet on a phone: what it is, its title, its figures. */
export const CardPeek = ({ card }: { readonly card: Card }) => {
  const text = useText();
  const annotation = useAnnotation(card.id);
  const title = titleOf(card);
  return (
    <>
      <p className={css["kind"]} data-kind={card.kind}>
        <KindIcon kind={card.kind} />
        {kindWord(card, text)}
      </p>
      <h2 className={css["title"]}>{title === "" ? text.t("panel.untitled") : title}</h2>
      <div className={css["figures"]}>
        <CardFigures card={card} annotation={annotation} />
      </div>
    </>
  );
};
