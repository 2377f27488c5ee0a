import { LIMITS, LINK_ATTRIBUTES, type Link, type LinkId, type Strength } from "@palabre/shared/terms";
import { useStore } from "@xyflow/react";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { isHere, useBoard } from "../state/index.ts";
import { holdKeys, loseField } from "../typing/index.ts";
import { classes, IconButton, TagIcon } from "../ui/index.ts";
import type { ActionId } from "./action.ts";
import { Bar, BarGap } from "./Bar.tsx";
import { BarButton } from "./BarButton.tsx";
import { LockButton } from "./LockButton.tsx";
import type { Box } from "./box.ts";
import { drawLink, shapeAt } from "./linkPath.ts";
import type { LinkData } from "./toFlow.ts";
import { useAction, useActionContext } from "./useActionContext.ts";
import css from "./LinkBar.module.css";

export interface LinkBarProps {
  readonly link: Link;
  readonly isLabelling: boolean;
  readonly onLabel: (link: LinkId | undefined) => void;
}

/** Sign, strength, delay and label of the chosen link. */
export const LinkBar = ({ link, isLabelling, onLabel }: LinkBarProps) => {
  const { t } = useText();
  const isFacilitator = useBoard().mayFacilitate;
  const around = useDiscOf(link);
  if (!around) return null;
  return (
    <Bar label={t("canvas.linkBar")} around={around}>
      {isLabelling ? (
        <LabelForm link={link} onDone={() => onLabel(undefined)} />
      ) : (
        <>
          <Toggle id="helps" isOn={link.polarity === "+"}>
            <Sign of="+" />
          </Toggle>
          <Toggle id="hinders" isOn={link.polarity === "-"}>
            <Sign of="-" />
          </Toggle>
          <BarGap />
          {STRENGTHS.map(([id, strength]) => (
            <Toggle key={id} id={id} isOn={link.strength === strength}>
              <i className={classes(css["stroke"], css[id])} />
            </Toggle>
          ))}
          <BarGap />
          <Toggle id="delay" isOn={link.delay}>
            <DelayMark />
          </Toggle>
          <IconButton
            label={link.label === "" ? t("canvas.actLabel") : t("canvas.labelOf", { label: link.label })}
            icon={TagIcon}
            tooltip="top"
            onPress={() => onLabel(link.id)}
          />
          {isFacilitator && <LockButton things={[link.id]} />}
          <BarGap />
          <BarButton id="delete" />
        </>
      )}
    </Bar>
  );
};

const STRENGTHS: readonly (readonly [Extract<ActionId, "weak" | "medium" | "strong">, Strength])[] = [
  ["weak", 1],
  ["medium", 2],
  ["strong", 3],
];

const Toggle = ({
  id,
  isOn,
  children,
}: {
  readonly id: ActionId;
  readonly isOn: boolean;
  readonly children: ReactNode;
}) => {
  const { label, keys, run } = useAction(id);
  return (
    <button
      type="button"
      className={css["toggle"]}
      aria-label={label}
      aria-pressed={isOn}
      title={keys === undefined ? label : `${label} (${keys})`}
      onClick={run}
    >
      {children}
    </button>
  );
};

const Sign = ({ of }: { readonly of: "+" | "-" }) => (
  <svg
    className={classes(css["sign"], of === "+" ? css["plus"] : css["minus"])}
    width="20"
    height="20"
    viewBox="-10 -10 20 20"
    aria-hidden="true"
  >
    <circle r="8.5" />
    <path d={of === "+" ? "M-4 0H4M0 -4V4" : "M-4 0H4"} />
  </svg>
);

/** The mark as it stands on the line. */
const DelayMark = () => (
  <svg className={css["sign"]} width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
    <path d="M-9 0H-3M3 0H9M-2.2 -6V6M2.2 -6V6" />
  </svg>
);

const LabelForm = ({ link, onDone }: { readonly link: Link; readonly onDone: () => void }) => {
  const context = useActionContext();
  const { board, text } = context;
  const { commands } = board;
  const { t } = text;
  /** what is typed, and the label that it was begun with: others may write another meanwhile */
  const [typed, setTyped] = useState<{ readonly from: string; readonly to: string }>();
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<HTMLElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    let frame = 0;
    const take = () => {
      // a menu that closes holds the keyboard, and a bar is hidden until it is measured
      if (document.querySelector('[role="menu"]') === null) {
        const before = document.activeElement;
        field.current?.focus({ preventScroll: true });
        if (document.activeElement === field.current) {
          cameFrom.current = before?.closest<HTMLElement>("[data-card], #canvas") ?? null;
          return;
        }
      }
      frame = requestAnimationFrame(take);
    };
    take();
    return () => cancelAnimationFrame(frame);
  }, []);
  const end = () => {
    isDone.current = true;
    // to the card or the board: with the field it would go nowhere
    const place = cameFrom.current?.isConnected ? cameFrom.current : document.querySelector<HTMLElement>("#canvas");
    if (document.activeElement === field.current) place?.focus({ preventScroll: true });
    onDone();
  };
  const write = () => {
    const words = typed?.to.trim();
    if (words === undefined || words === typed?.from || !LINK_ATTRIBUTES.label.safeParse(words).success) return;
    if (words !== "" && !board.may("set", link.id, "label"))
      context.toast({ text: t("arrange.labelLost", { label: words }), tone: "warn" });
    // what is refused says why
    commands.setLink(link.id, { label: words === "" ? undefined : words });
  };
  const keep = () => {
    // it is left, too, when it gives the keyboard back
    if (isDone.current) return;
    write();
    end();
  };
  const onTakenAway = useEffectEvent(() => {
    if (isDone.current) return;
    if (document.activeElement === field.current) holdKeys();
    write();
  });
  // React tells of no blur where it takes a field away; fingers go on before a later effect would run
  useLayoutEffect(() => () => onTakenAway(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep();
  };
  const isLost = useRef(false);
  // a link goes with the cards at its ends, too
  useEffect(() =>
    board.subscribe("board", () => {
      if (isLost.current || isHere(board, link.id)) return;
      isLost.current = true;
      keep();
      loseField(context, [link.id, link.from, link.to], t("arrange.linkGone"));
    }),
  );
  return (
    <form className={css["form"]} onSubmit={submit}>
      <input
        ref={field}
        className={css["label"]}
        value={typed?.to ?? link.label}
        maxLength={LIMITS.labelLength}
        aria-label={t("canvas.actLabel")}
        placeholder={t("canvas.labelHint")}
        onChange={(event) => setTyped({ from: typed?.from ?? link.label, to: event.target.value })}
        onBlur={keep}
        onKeyDown={(event) => {
          // it belongs to what is composed: the label goes on
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          end();
        }}
      />
    </form>
  );
};

const DISC_PX = 10;
/** Where the disc of a link is shown; the bar stands above it. */
function useDiscOf(link: Link): Box | undefined {
  // the route is part of what React Flow was given
  const data = useStore(({ edgeLookup }) => edgeLookup.get(link.id)?.data as LinkData | undefined);
  const from = useStore(({ nodeLookup }) => nodeLookup.get(link.from)?.internals.positionAbsolute);
  const to = useStore(({ nodeLookup }) => nodeLookup.get(link.to)?.internals.positionAbsolute);
  if (!data || !from || !to) return undefined;
  const middle = (at: { x: number; y: number }, [width, height]: readonly [number, number]) =>
    [at.x + width / 2, at.y + height / 2] as const;
  const [first, second] = data.ends;
  const drawing = drawLink(
    shapeAt(middle(from, first.size), first),
    data.route.from,
    shapeAt(middle(to, second.size), second),
    data.route.to,
    link,
  );
  const [x, y] = drawing.middle;
  return { x: x - DISC_PX, y: y - DISC_PX, width: 2 * DISC_PX, height: 2 * DISC_PX };
}
