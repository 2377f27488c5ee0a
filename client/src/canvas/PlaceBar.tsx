import type { Pair } from "@palabre/shared/terms";
import { useEffect, useRef, useState, type RefObject } from "react";
import { createPortal } from "react-dom";
import { useText } from "../i18n/index.ts";
import { useMayEdit, useSnapshot, useUi } from "../state/index.ts";
import {
  CheckIcon,
  DownIcon,
  FrameIcon,
  IconButton,
  LeftIcon,
  LowerIcon,
  NarrowerIcon,
  RightIcon,
  TallerIcon,
  UpIcon,
  WiderIcon,
  type IconDrawing,
} from "../ui/index.ts";
import { selectedCards, type ActionContext } from "./action.ts";
import { actionOf } from "./actions/index.ts";
import { resizeBy } from "./arrange/resize.ts";
import { Bar, BarGap } from "./Bar.tsx";
import { boundsOf, boxOf } from "./box.ts";
import { runAction } from "./useActionContext.ts";
import type { Moving, Mover } from "./useMoving.ts";

/** One press goes from dot to dot of the ground. */
const STEP_PX = 24;
type Step = {
  readonly label: `arrange.${"moveLeft" | "moveUp" | "moveDown" | "moveRight" | "wider" | "narrower" | "taller" | "lower"}`;
  readonly icon: IconDrawing;
  readonly by: Pair;
};
const MOVES: readonly Step[] = [
  { label: "arrange.moveLeft", icon: LeftIcon, by: [-STEP_PX, 0] },
  { label: "arrange.moveUp", icon: UpIcon, by: [0, -STEP_PX] },
  { label: "arrange.moveDown", icon: DownIcon, by: [0, STEP_PX] },
  { label: "arrange.moveRight", icon: RightIcon, by: [STEP_PX, 0] },
];
const SIZES: readonly Step[] = [
  { label: "arrange.wider", icon: WiderIcon, by: [STEP_PX, 0] },
  { label: "arrange.narrower", icon: NarrowerIcon, by: [-STEP_PX, 0] },
  { label: "arrange.taller", icon: TallerIcon, by: [0, STEP_PX] },
  { label: "arrange.lower", icon: LowerIcon, by: [0, -STEP_PX] },
];

export interface PlaceBarProps {
  /** what the bar lies in */
  readonly root: RefObject<HTMLElement | null>;
  readonly context: ActionContext;
  readonly mover: Mover;
}

/** What is chosen, moved and sized by presses instead of drags: in the place of its bar until it is done. */
export const PlaceBar = ({ root, ...props }: PlaceBarProps) => {
  const mayEdit = useMayEdit();
  const isOpen = useUi(({ placing, selection, editing }) => placing === selection && editing === undefined);
  // asked for when it opens: at the first draw of the canvas it is not there yet
  return mayEdit && isOpen && root.current ? createPortal(<OpenBar {...props} />, root.current) : null;
};

const OpenBar = ({ context, mover }: Omit<PlaceBarProps, "root">) => {
  const { t } = useText();
  const { board } = context;
  const { cards } = useSnapshot();
  const first = useRef<HTMLButtonElement>(null);
  const [moving, setMoving] = useState<Moving>();
  useEffect(
    () =>
      mover.onMove((now) => {
        setMoving(now);
        return false;
      }),
    [mover],
  );
  useEffect(() => first.current?.focus(), []);
  const chosen = selectedCards(board).flatMap((id) => cards.get(id) ?? []);
  const around = boundsOf(chosen.map((card) => boxOf(card, moving?.by)));
  if (!around) return null;
  const done = () => {
    context.view?.settle();
    board.ui.set({ placing: undefined });
    const [card] = chosen;
    if (card) context.view?.focusCard(card.id);
  };
  const size = (by: Pair) => {
    // where it is now is where it is sized
    context.view?.settle();
    resizeBy(context, by);
  };
  const buttonOf = ({ label, icon, by }: Step, act: (by: Pair) => void, at?: number) => (
    <IconButton
      key={label}
      {...(at === 0 ? { ref: first } : {})}
      label={t(label)}
      icon={icon}
      tooltip="top"
      onPress={() => act(by)}
    />
  );
  const toFrame = actionOf("moveTo");
  return (
    <Bar label={t("arrange.placing", { n: chosen.length })} around={around} onEscape={done}>
      {MOVES.map((step, at) => buttonOf(step, (by) => context.view?.nudge(by), at))}
      <BarGap />
      {SIZES.map((step) => buttonOf(step, size))}
      <BarGap />
      {toFrame.when(board) && (
        <IconButton
          label={t(toFrame.message)}
          icon={FrameIcon}
          tooltip="top"
          onPress={() => runAction(toFrame, context)}
        />
      )}
      <IconButton label={t("arrange.placed")} icon={CheckIcon} tooltip="top" onPress={done} />
    </Bar>
  );
};
