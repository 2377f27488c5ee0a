import { isTrashed, type CardId } from "@palabre/shared/terms";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useSnapshot, useUi } from "../house.ts";
import { classes } from "../house.ts";
import { boundsOf, boxOf, type Box } from "../box.ts";
import type { Mover } from "../useMoving.ts";
import { useZoom } from "../view.ts";
import css from "./Arranging.module.css";

/** How far the line of a group lies from its cards, in board px. */
const AROUND_PX = 14;

/** A line around each group of which something is chosen; a whole one around the group that was gone into. */
export const GroupLines = ({ mover }: { readonly mover: Mover }) => {
  // each step of the hand, also of a drag that the canvas is not drawn anew for
  const listen = useCallback(
    (look: () => void) =>
      mover.onMove(() => {
        look();
        return false;
      }),
    [mover],
  );
  const moving = useSyncExternalStore(listen, mover.now);
  const { cards } = useSnapshot();
  const selection = useUi((ui) => ui.selection);
  const inGroup = useUi((ui) => ui.inGroup);
  const zoom = useZoom();
  const groups = useMemo(() => {
    const chosen = new Set<string>();
    for (const id of selection) {
      const group = cards.get(id as CardId)?.attributes.group;
      if (group !== undefined) chosen.add(group);
    }
    const boxes = new Map<string, Box[]>();
    if (chosen.size === 0) return boxes;
    for (const card of cards.values()) {
      const { group } = card.attributes;
      if (group === undefined || !chosen.has(group) || isTrashed(card)) continue;
      const box = boxOf(card, moving?.cards.has(card.id) === true ? moving.by : undefined);
      boxes.set(group, [...(boxes.get(group) ?? []), box]);
    }
    return boxes;
  }, [cards, selection, moving]);
  return [...groups].map(([group, boxes]) => {
    const box = boxes.length > 1 ? boundsOf(boxes) : undefined;
    return (
      box && (
        <i
          key={group}
          data-group
          className={classes(css["group"], group === inGroup && css["open"])}
          style={{
            left: box.x - AROUND_PX,
            top: box.y - AROUND_PX,
            width: box.width + 2 * AROUND_PX,
            height: box.height + 2 * AROUND_PX,
            borderWidth: 1.5 / zoom,
          }}
        />
      )
    );
  });
};
