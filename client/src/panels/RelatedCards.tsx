import { useMemo } from "react";
import { asWeighed, titleOf, type Card } from "@palabre/shared/terms";
import { KindIcon } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useGroupWeights, useSnapshot } from "../state/index.ts";
import { BareButton } from "../ui/index.ts";
import { PolaritySign } from "./PolaritySign.tsx";
import { Section } from "./pieces/index.ts";
import { relationsOf, type Relation } from "./relations.ts";
import { strengthAdverb } from "./linkWords.ts";
import css from "./RelatedCards.module.css";

/** What a card is linked to, in words; a press goes there. */
export const RelatedCards = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const snapshot = useSnapshot();
  const weights = useGroupWeights();
  const { servedBy, into, out } = useMemo(() => relationsOf(card, snapshot, weights), [card, snapshot, weights]);
  return (
    <>
      <RelationList title={t("panel.servedBy")} relations={servedBy} />
      <RelationList title={t("panel.into")} relations={into} />
      <RelationList title={t("panel.out")} relations={out} />
    </>
  );
};

const RelationList = ({ title, relations }: { readonly title: string; readonly relations: readonly Relation[] }) =>
  relations.length > 0 && (
    <Section title={title}>
      <ul className={css["list"]}>
        {relations.map((relation) => (
          <RelationRow key={relation.link.id} relation={relation} />
        ))}
      </ul>
    </Section>
  );

const RelationRow = ({ relation: { card, link } }: { readonly relation: Relation }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const title = titleOf(card);
  const weights = useGroupWeights();
  const weighed = asWeighed(link, weights);
  const how = [
    weighed ? strengthAdverb(weighed.strength, t) : t("panel.noEffect"),
    weights.has(link.id) && t("panel.byGroup"),
    link.delay && t("canvas.linkLater"),
  ];
  return (
    <li className={css["row"]}>
      <PolaritySign polarity={weighed?.polarity} />
      <BareButton
        className={css["card"]}
        onPress={() => {
          commands.select([card.id]);
          commands.lookAt(card.id);
        }}
      >
        <span className={css["title"]} data-kind={card.kind}>
          <KindIcon kind={card.kind} size="meta" />
          <span>{title === "" ? t("panel.untitled") : title}</span>
        </span>
        <small>{how.filter(Boolean).join(", ")}</small>
      </BareButton>
    </li>
  );
};
