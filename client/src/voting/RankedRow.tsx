import type { KeyboardEvent } from "react";
import { useText } from "../i18n/index.ts";
import { ChevronDownIcon, ChevronUpIcon, classes, CloseIcon, GripIcon, Icon, type IconDrawing } from "../ui/index.ts";
import type { Grip } from "./useDragged.ts";
import css from "./RankedForm.module.css";

export interface RankedRowProps {
  readonly option: string;
  readonly name: string;
  readonly isTied: boolean;
  readonly isDragged: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly grip: Grip;
  readonly onStep: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One option in the order: dragged by its grip, stepped by its arrows, or with the arrow keys on any of its buttons. */
export const RankedRow = ({
  option,
  name,
  isTied,
  isDragged,
  isFirst,
  isLast,
  grip,
  onStep,
  onRemove,
}: RankedRowProps) => {
  const { t } = useText();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <li className={classes(css["row"], isDragged && css["dragged"])} data-option={option}>
      <span className={css["grip"]} aria-hidden="true" {...grip}>
        <Icon of={GripIcon} size="card" />
      </span>
      <span className={css["name"]}>
        {name}
        {isTied && <small>{t("voting.tied")}</small>}
      </span>
      <RowButton
        onKeyDown={onKeyDown}
        icon={ChevronUpIcon}
        label={t("voting.stepUp", { title: name })}
        step={-1}
        isOver={isFirst}
        onPress={() => onStep(-1)}
      />
      <RowButton
        onKeyDown={onKeyDown}
        icon={ChevronDownIcon}
        label={t("voting.stepDown", { title: name })}
        step={1}
        isOver={isLast}
        onPress={() => onStep(1)}
      />
      <RowButton
        onKeyDown={onKeyDown}
        icon={CloseIcon}
        label={t("voting.takeOut", { title: name })}
        isOver={false}
        onPress={onRemove}
      />
    </li>
  );
};

interface RowButtonProps {
  readonly icon: IconDrawing;
  readonly label: string;
  readonly isOver: boolean;
  readonly step?: -1 | 1;
  readonly onPress: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}
const RowButton = ({ icon, label, isOver, step, onPress, onKeyDown }: RowButtonProps) => (
  <button
    type="button"
    className={css["button"]}
    aria-label={label}
    aria-disabled={isOver}
    data-step={step}
    onKeyDown={onKeyDown}
    onClick={() => !isOver && onPress()}
  >
    <Icon of={icon} size="card" />
  </button>
);
