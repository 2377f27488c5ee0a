import type { Polarity } from "@palabre/shared/terms";
import { useAction, type ActionId } from "../canvas/index.ts";
import { drawingOfKind, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, type Tool, useMayEdit } from "../state/index.ts";
import {
  HandIcon,
  IconButton,
  LaserIcon,
  LinkIcon,
  RedoIcon,
  SelectIcon,
  SelectManyIcon,
  ToggleIconButton,
  UndoIcon,
  type IconDrawing,
} from "../ui/index.ts";
import { DrawTool } from "./laterBars.ts";
import { actionOfTool, isTool, type PlacedKind } from "./tools.ts";
import { useOffered } from "./useOffered.ts";
import { useKeys } from "./useKeys.ts";
import css from "./ToolRail.module.css";

/** Who has keys holds Shift instead. */
const HAS_FINGERS = matchMedia("(any-pointer: coarse)").matches;

/** The tools, at hand: choose and move, one for each kind of card, links with their sign, undo and redo. Viewers have the first two. */
export const ToolRail = ({ isEnded }: { readonly isEnded: boolean }) => {
  const { t } = useText();
  const mayEdit = useMayEdit();
  const { kinds, signs } = useOffered();
  const laser = useAction("laser");
  const many = useAction("selectMany");
  return (
    <nav className={css["rail"]} aria-label={t("board.tools")} inert={isEnded}>
      <div className={css["tools"]}>
        <ToolButton tool={{ type: "select" }} icon={SelectIcon} label={t("canvas.actSelect")} />
        {HAS_FINGERS && <ToolButton tool={{ type: "select", isMany: true }} icon={SelectManyIcon} label={many.label} />}
        <ToolButton tool={{ type: "hand" }} icon={HandIcon} label={t("canvas.actHand")} />
        {laser.isPossible && <ToolButton tool={{ type: "laser" }} icon={LaserIcon} label={laser.label} />}
        {mayEdit && (
          <>
            {kinds.length > 0 && <hr />}
            {kinds.map((kind) => (
              <KindTool key={kind} kind={kind} />
            ))}
            <DrawTool />
            {signs.length > 0 && <hr />}
            {signs.map((polarity) => (
              <LinkTool key={polarity} polarity={polarity} />
            ))}
          </>
        )}
      </div>
      {mayEdit && <History />}
    </nav>
  );
};

const ToolButton = ({
  tool,
  icon,
  label,
  className,
}: {
  readonly tool: Tool;
  readonly icon: IconDrawing;
  readonly label: string;
  readonly className?: string | undefined;
}) => {
  const { ui } = useBoard();
  const keys = useKeys();
  const current = useUi((state) => state.tool);
  const action = actionOfTool(tool);
  const isOn = isTool(current, tool);
  return (
    <ToggleIconButton
      size="l"
      tooltip="right"
      label={label}
      icon={icon}
      keys={action && keys.of(action)}
      className={className}
      isSelected={isOn}
      // a second press puts the tool down
      onChange={() => ui.set({ tool: isOn ? { type: "select" } : tool })}
    />
  );
};

const KindTool = ({ kind }: { readonly kind: PlacedKind }) => {
  const text = useText();
  return (
    <ToolButton
      tool={{ type: "place", kind }}
      icon={drawingOfKind(kind)}
      label={kindWord({ kind }, text)}
      className={css[kind]}
    />
  );
};

const LinkTool = ({ polarity }: { readonly polarity: Polarity }) => {
  const { t } = useText();
  const isPlus = polarity === "+";
  return (
    <ToolButton
      tool={{ type: "link", polarity }}
      icon={LinkIcon}
      label={isPlus ? t("board.linkHelps") : t("board.linkHinders")}
      className={isPlus ? css["plus"] : css["minus"]}
    />
  );
};

const History = () => (
  <>
    <ActionButton id="undo" icon={UndoIcon} />
    <ActionButton id="redo" icon={RedoIcon} />
  </>
);

const ActionButton = ({ id, icon }: { readonly id: ActionId; readonly icon: IconDrawing }) => {
  const { label, keys, isPossible, run } = useAction(id);
  return (
    <IconButton size="l" tooltip="right" label={label} icon={icon} keys={keys} isDisabled={!isPossible} onPress={run} />
  );
};
