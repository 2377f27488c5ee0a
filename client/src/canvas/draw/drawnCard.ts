import type { BoardSnapshot } from "@palabre/shared/terms";
import { middleOf } from "../box.ts";
import { placeNew } from "../fromFlow.ts";
import type { NewCard } from "../house.ts";
import { writeStroke, type strokeOf } from "./stroke.ts";

/** A line that was drawn, as a card: it lies where it was drawn, in the frame that holds its middle. */
export function drawnCard(
  snapshot: BoardSnapshot,
  { position: [x, y], stroke }: NonNullable<ReturnType<typeof strokeOf>>,
  colour: string | undefined,
): NewCard {
  const { size } = stroke;
  const middle = middleOf({ x, y, width: size[0], height: size[1] });
  const attributes = { size, path: writeStroke(stroke), ...(colour !== undefined && { colour }) };
  return { ...placeNew(snapshot, "drawing", middle, attributes), text: "" };
}
