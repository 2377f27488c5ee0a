import { titleOf } from "@palabre/shared/terms";
import type { NodeProps } from "@xyflow/react";
import { memo, type CSSProperties } from "react";
import { useText } from "../i18n/index.ts";
import { useIsMarkedLocked } from "../state/index.ts";
import { classes, Icon, LockIcon } from "../ui/index.ts";
import { CardTextEditor } from "./CardTextEditor.tsx";
import { HereTag } from "./HereTag.tsx";
import { MarkTag, useMark } from "./MarkTag.tsx";
import { Remarks } from "./Remarks.tsx";
import { isDrawnAlike } from "./isDrawnAlike.ts";
import type { CardFlowNode } from "./toFlow.ts";
import { useCardWords } from "./useCardWords.ts";
import css from "./FrameNode.module.css";

/** A titled mat beneath cards. Its ground is the board's: only its tab and its line are taken hold of. */
export const FrameNode = memo(({ data, selected }: NodeProps<CardFlowNode>) => {
  const { card, here, isEditing } = data;
  const { t } = useText();
  const mark = useMark(card.id);
  const isLocked = useIsMarkedLocked(card.id);
  const title = titleOf(card);
  return (
    <section
      data-card={card.id}
      id={`card-${card.id}`}
      tabIndex={-1}
      aria-label={useCardWords(card, here, selected)}
      className={classes(css["frame"], here && css["taken"])}
      style={here && ({ "--who": `var(--person-${here.colour})` } as CSSProperties)}
    >
      {LINES.map((line) => (
        <i key={line} className={classes(css["line"], css[line])} />
      ))}
      {isEditing ? (
        <div className={classes(css["tab"], css["editing"])}>
          <CardTextEditor card={card} className={css["field"]} />
        </div>
      ) : (
        <p aria-hidden className={classes(css["tab"], title === "" && css["untitled"])}>
          {isLocked && <Icon of={LockIcon} size="meta" />}
          {title || t("card.untitled")}
        </p>
      )}
      {(selected || isEditing) && <span className={css["ring"]} />}
      <Remarks card={card} />
      {here && <HereTag here={here} className={css["tag"]} />}
      {mark && <MarkTag mark={mark} />}
    </section>
  );
}, isDrawnAlike);
FrameNode.displayName = "FrameNode";

const LINES = ["top", "right", "bottom", "left"] as const;
