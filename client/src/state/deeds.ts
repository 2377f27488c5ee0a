import type { BoardView, Edit, Written } from "@palabre/shared/documents";
import type { CardId, CommentId, Deed, LinkId, ThingId } from "@palabre/shared/terms";

type On = Extract<Deed, { on: ThingId }>;
/** What can be done to a thing that is there. */
export type DeedOn = On["type"];
type Things = Pick<BoardView, "card" | "link" | "snapshot">;

/** What an edit does, as the rules ask about it. Things that are not on the board are passed over: nothing is done to them. */
export function deedsOf(edit: Edit, view: Things): readonly Deed[] {
  const to = (type: DeedOn, on: ThingId, name?: string) => deedTo(view, type, on, name);
  switch (edit.type) {
    case "addCard":
      return [{ type: "addCard", kind: edit.kind }];
    case "addLink":
      return [{ type: "addLink" }];
    case "addComment":
      return [{ type: "addComment" }];
    case "moveCards":
      return edit.moves.flatMap(({ card }) => to("move", card));
    case "setAttributes":
      return Object.keys(edit.values).flatMap((name) => to("set", edit.on, name));
    case "trash":
      return edit.things.flatMap((thing) => to("trash", thing));
    case "bringBack":
      return edit.things.flatMap((thing) => to("bringBack", thing));
  }
}

/** What writing a fact back is, when something is undone or made again. */
export function deedsOfWriting(written: Written, view: Things): readonly Deed[] {
  if (!("value" in written)) return deedTo(view, "write", written.fact.card);
  const { fact, value } = written;
  if (fact.type === "position") return deedTo(view, "move", fact.card);
  if (fact.name === "trashedAt") return deedTo(view, value === undefined ? "bringBack" : "trash", fact.on);
  return deedTo(view, "set", fact.on, fact.name);
}

/** One deed, or none where there is nothing to do it to. @param name the attribute that would be set */
export function deedTo(view: Things, type: DeedOn, on: ThingId, name?: string): readonly Deed[] {
  // one id names a card, a link or a comment, and any of them is found by it
  const card = view.card(on as CardId);
  const link = card ? undefined : view.link(on as LinkId);
  const thing = card ?? link ?? view.snapshot().comments.get(on as CommentId);
  if (!thing) return [];
  const { by: madeBy, attributes } = thing;
  const isLocked = card?.attributes.locked === true;
  // it stays as it is
  if (type === "trash" && attributes.trashedAt !== undefined) return [];
  return [{ type, on, thing: card ? "card" : link ? "link" : "comment", kind: card?.kind, madeBy, name, isLocked }];
}
