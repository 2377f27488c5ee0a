import { wordsIn, type Phase } from "@palabre/shared/terms";
import { Button as DragButton } from "react-aria-components/Button";
import { GridListItem } from "react-aria-components/GridList";
import { useText } from "../../i18n/index.ts";
import { useRun } from "../../phase/index.ts";
import {
  CheckIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  classes,
  CopyIcon,
  EditIcon,
  GripIcon,
  Icon,
  IconButton,
  Menu,
  MoreIcon,
  PlayIcon,
  TrashIcon,
  type MenuEntry,
} from "../../ui/index.ts";
import type { Foreseen } from "./foresee.ts";
import { spanWords } from "./spanWords.ts";
import css from "./SheetSection.module.css";

export interface SheetRowProps {
  readonly phase: Phase;
  /** from 1 */
  readonly place: number;
  readonly isLast: boolean;
  readonly foreseen: Foreseen | undefined;
  /** the agenda holds as many steps as it can */
  readonly isFull: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** One step: its name, how long, when, and what is special about it. */
export const SheetRow = (props: SheetRowProps) => {
  const { phase, place, foreseen } = props;
  const text = useText();
  const { t, language, date } = text;
  const title = wordsIn(phase.title, language);
  const state = foreseen?.state ?? "coming";
  const facts = factsOf(phase, text);
  const at = foreseen?.at === undefined || state === "over" ? undefined : date(foreseen.at, "time");
  const said = [t("run.place", { n: place }), title, ...facts, at, state === "coming" ? undefined : t(`run.${state}`)];
  return (
    <GridListItem
      id={phase.id}
      textValue={said.filter((words) => words !== undefined).join(", ")}
      className={classes(css["row"], css[state])}
      data-sheet={state}
    >
      <DragButton slot="drag" className={css["grip"] ?? ""} aria-label={t("run.drag", { title })}>
        <Icon of={GripIcon} size="card" />
      </DragButton>
      <span className={css["place"]} aria-hidden="true">
        {state === "over" ? <Icon of={CheckIcon} size="card" /> : place}
      </span>
      <span className={css["words"]}>
        <b>{title}</b>
        <small>{facts.join(" · ")}</small>
      </span>
      <span className={css["at"]}>{state === "now" ? t("run.nowShort") : at}</span>
      <RowMenu {...props} title={title} state={state} />
    </GridListItem>
  );
};

const factsOf = (phase: Phase, text: ReturnType<typeof useText>): readonly string[] => [
  phase.minutes === undefined ? text.t("run.noMinutes") : spanWords(phase.minutes, text),
  ...(phase.writing === "silent" ? [text.t(phase.signed === true ? "run.factSigned" : "run.factSilent")] : []),
  ...(phase.ballot ? [text.t("run.factVote")] : []),
];

const RowMenu = ({
  isLast,
  place,
  isFull,
  phase,
  onEdit,
  onMove,
  onDuplicate,
  onRemove,
  title,
  state,
}: SheetRowProps & { readonly title: string; readonly state: Foreseen["state"] }) => {
  const { t } = useText();
  const run = useRun();
  const isNow = state === "now";
  const items: readonly MenuEntry[] = [
    { id: "go", icon: PlayIcon, label: t("run.goTo"), isDisabled: isNow, onAction: () => run.goTo(phase.id) },
    { id: "edit", icon: EditIcon, label: t("run.edit"), onAction: onEdit },
    { id: "copy", icon: CopyIcon, label: t("run.duplicate"), isDisabled: isFull, onAction: onDuplicate },
    "separator",
    { id: "up", icon: ChevronUpIcon, label: t("run.up"), isDisabled: place === 1, onAction: () => onMove(-1) },
    { id: "down", icon: ChevronDownIcon, label: t("run.down"), isDisabled: isLast, onAction: () => onMove(1) },
    "separator",
    {
      id: "remove",
      icon: TrashIcon,
      label: t("run.remove"),
      tone: "danger",
      isDisabled: isNow,
      hint: isNow ? t("run.removeNow") : undefined,
      onAction: onRemove,
    },
  ];
  return (
    <Menu
      label={title}
      items={items}
      trigger={<IconButton size="s" label={t("run.more", { title })} icon={MoreIcon} />}
    />
  );
};
