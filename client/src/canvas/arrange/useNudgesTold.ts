import { useEffect } from "react";
import type { ActionContext } from "../action.ts";
import { nameOf } from "../action.ts";
import { boxOf, middleOf } from "../box.ts";
import { framesAfterDrop } from "../fromFlow.ts";
import { findClosest } from "../nearest.ts";
import type { Mover, Moving } from "../useMoving.ts";

/** Says beside what a card came to lie by steps of keys or buttons, where it stayed in its frame: eyes see it, ears don't. */
export function useNudgesTold(context: ActionContext, mover: Mover): void {
  useEffect(() => {
    let before: Moving | undefined;
    return mover.onMove((now) => {
      const ended = now === undefined ? before : undefined;
      before = now;
      if (ended && !ended.isLifted) tellNudge(context, ended);
      return false;
    });
  }, [context, mover]);
}

function tellNudge(context: ActionContext, { dragged, by }: Moving): void {
  const snapshot = context.board.snapshot();
  const [first] = dragged;
  const card = first && snapshot.cards.get(first);
  // who comes into a frame or out of it is told that
  if (!card || framesAfterDrop(snapshot, dragged, by).size > 0) return;
  const others = [...snapshot.cards.values()].filter(
    ({ id, kind, attributes }) => !dragged.has(id) && kind !== "frame" && attributes.trashedAt === undefined,
  );
  const near = findClosest(
    middleOf(boxOf(card, by)),
    others.map((other) => ({ id: other.id, box: boxOf(other) })),
  );
  const title = nameOf(context, card.id);
  context.announce(
    near === undefined
      ? context.text.t("arrange.moved", { title })
      : context.text.t("arrange.movedNear", { title, near: nameOf(context, near) }),
    "polite",
  );
}
