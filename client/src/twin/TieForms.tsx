import type { OutlineEntry, OutlineTie } from "@palabre/shared/outline";
import { asWeighed, isTrashed, titleOf, type CardId, type Polarity, type Strength } from "@palabre/shared/terms";
import { useState } from "react";
import { drawingOfKind } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useGroupWeights, useMayEdit, useSnapshot } from "../state/index.ts";
import { CloseIcon, IconButton, MinusIcon, PickField, PlusIcon, SegmentedControl, Switch } from "../ui/index.ts";
import { tieEdits } from "./tieEdits.ts";
import { tieWords } from "./tieWords.ts";
import css from "./Twin.module.css";

/** The links of a card, each a sentence that can be changed, and the beginning of a new one. */
export const TieForms = ({
  entry: { card, ties },
  title,
}: {
  readonly entry: OutlineEntry;
  readonly title: string;
}) => {
  const { t } = useText();
  return (
    <div className={css["tieForms"]} role="group" aria-label={t("twin.ties", { title })}>
      {ties.map((tie) => (
        <TieForm key={`${tie.link.id} ${tie.way}`} tie={tie} />
      ))}
      <NewTie from={card.id} title={title} />
    </div>
  );
};

const TieForm = ({ tie }: { readonly tie: OutlineTie }) => {
  const text = useText();
  const { t } = text;
  const { link } = tie;
  const mayEdit = useMayEdit(link.id);
  const weights = useGroupWeights();
  const edits = tieEdits(useBoard(), text, weights);
  const words = tieWords(tie, text, weights);
  return (
    <div className={css["tie"]} role="group" aria-label={t("twin.tie", { words })}>
      <p data-polarity={asWeighed(link, weights)?.polarity}>{words}</p>
      {mayEdit && (
        <div className={css["tieTools"]}>
          <Effect value={link.polarity} onChange={(polarity) => edits.set(tie, { polarity })} />
          <SegmentedControl
            label={t("panel.strength")}
            value={`${link.strength}`}
            onChange={(strength) => edits.set(tie, { strength: Number(strength) as Strength })}
            choices={[
              { id: "1", label: t("panel.weak") },
              { id: "2", label: t("panel.medium") },
              { id: "3", label: t("panel.strong") },
            ]}
          />
          <Switch
            label={t("canvas.actDelay")}
            isSelected={link.delay}
            onChange={(isLate) => edits.set(tie, { delay: isLate ? true : undefined })}
          />
          <IconButton
            size="s"
            label={t("twin.removeTie", { words })}
            icon={CloseIcon}
            onPress={() => edits.remove(tie)}
          />
        </div>
      )}
    </div>
  );
};

const Effect = ({ value, onChange }: { readonly value: Polarity; readonly onChange: (value: Polarity) => void }) => {
  const { t } = useText();
  return (
    <SegmentedControl
      label={t("panel.sign")}
      value={value}
      onChange={onChange}
      choices={[
        { id: "+", label: t("panel.helps"), icon: PlusIcon },
        { id: "-", label: t("panel.hinders"), icon: MinusIcon },
      ]}
    />
  );
};

/** "helps …": the card that is picked ends the sentence, and the link is there. */
const NewTie = ({ from, title }: { readonly from: CardId; readonly title: string }) => {
  const text = useText();
  const { t } = text;
  const edits = tieEdits(useBoard(), text, useGroupWeights());
  const { cards, links } = useSnapshot();
  const [polarity, setPolarity] = useState<Polarity>("+");
  const linked = new Set(
    [...links.values()].flatMap((link) =>
      link.from === from && link.attributes.trashedAt === undefined ? [link.to] : [],
    ),
  );
  const others = [...cards.values()].filter(
    (card) =>
      card.id !== from && !isTrashed(card) && !linked.has(card.id) && card.kind !== "frame" && titleOf(card) !== "",
  );
  if (others.length === 0) return null;
  return (
    <div className={css["newTie"]} role="group" aria-label={t("twin.newTie", { title })}>
      <Effect value={polarity} onChange={setPolarity} />
      <PickField
        label={t("twin.newTie", { title })}
        picked={[]}
        choices={others.map((card) => ({ id: card.id, label: titleOf(card), icon: drawingOfKind(card.kind) }))}
        onPick={(to) => edits.add(from, to, polarity)}
        onRemove={() => undefined}
        findLabel={t("twin.newTieTo")}
        noneFound={t("twin.noOther")}
        max={1}
      />
    </div>
  );
};
