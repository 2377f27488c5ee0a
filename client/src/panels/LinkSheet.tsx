import { asWeighed, LIMITS, titleOf, type CardId, type Link, type Strength } from "@palabre/shared/terms";
import { KindIcon } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useCard, useGroupWeights, useMayEdit } from "../state/index.ts";
import { BareButton, Icon, LinkIcon, MinusIcon, PlusIcon, SegmentedControl, Switch } from "../ui/index.ts";
import { CommentThreads } from "./comments/index.ts";
import { DraftField } from "./DraftField.tsx";
import { LinkReadings } from "./LinkReadings.tsx";
import { Labelled } from "./Labelled.tsx";
import { linkVerb } from "./linkWords.ts";
import { PanelHead } from "./pieces/index.ts";
import { TrashButton } from "./TrashButton.tsx";
import { LinkWeighing } from "./vote/index.ts";
import css from "./LinkSheet.module.css";

/** One link as a sentence, and what it says: sign, strength, delay, label. */
export const LinkSheet = ({ link }: { readonly link: Link }) => {
  const { t } = useText();
  const mayEdit = useMayEdit(link.id);
  const weights = useGroupWeights();
  const weighed = asWeighed(link, weights);
  const does = [
    weighed ? linkVerb(weighed, t) : t("panel.noEffectOn"),
    weights.has(link.id) && t("panel.byGroup"),
    link.delay && t("canvas.linkLater"),
  ];
  return (
    <>
      <PanelHead>
        <span className={css["kind"]}>
          <Icon of={LinkIcon} size="card" />
          {t("panel.link")}
        </span>
      </PanelHead>
      <h2 className="sr">{t("panel.link")}</h2>
      <div className={css["sentence"]}>
        <End id={link.from} />
        <p className={css["verb"]} data-polarity={weighed?.polarity}>
          {does.filter(Boolean).join(", ")}
        </p>
        <End id={link.to} />
        {link.label !== "" && <p className={css["label"]}>{link.label}</p>}
      </div>
      <LinkReadings link={link} />
      <LinkWeighing link={link.id} />
      {mayEdit && <LinkFields link={link} />}
      <CommentThreads on={link.id} />
      {mayEdit && <TrashButton links={[link.id]} />}
    </>
  );
};

const End = ({ id }: { readonly id: CardId }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const card = useCard(id);
  if (!card) return null;
  const title = titleOf(card);
  return (
    <BareButton
      className={css["end"]}
      onPress={() => {
        commands.select([id]);
        commands.lookAt(id);
      }}
    >
      <KindIcon kind={card.kind} />
      <span>{title === "" ? t("panel.untitled") : title}</span>
    </BareButton>
  );
};

const LinkFields = ({ link }: { readonly link: Link }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const strengths = [
    { id: "1", label: t("panel.weak") },
    { id: "2", label: t("panel.medium") },
    { id: "3", label: t("panel.strong") },
  ] as const;
  return (
    <div className={css["fields"]}>
      <Labelled label={t("panel.sign")}>
        <SegmentedControl
          isWide
          label={t("panel.sign")}
          value={link.polarity}
          onChange={(polarity) => commands.setLink(link.id, { polarity })}
          choices={[
            { id: "+", label: t("panel.helps"), icon: PlusIcon },
            { id: "-", label: t("panel.hinders"), icon: MinusIcon },
          ]}
        />
      </Labelled>
      <Labelled label={t("panel.strength")}>
        <SegmentedControl
          isWide
          label={t("panel.strength")}
          value={`${link.strength}`}
          onChange={(strength) => commands.setLink(link.id, { strength: Number(strength) as Strength })}
          choices={strengths}
        />
      </Labelled>
      <Switch
        label={t("canvas.actDelay")}
        isSelected={link.delay}
        onChange={(isLate) => commands.setLink(link.id, { delay: isLate ? true : undefined })}
      />
      <DraftField
        label={t("panel.label")}
        value={link.label}
        maxLength={LIMITS.labelLength}
        onCommit={(label) => commands.setLink(link.id, { label: label === "" ? undefined : label })}
      />
    </div>
  );
};
