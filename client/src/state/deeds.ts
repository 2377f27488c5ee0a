import type { BoardView, Edit } from "@palabre/shared/documents";
import type { CardId, Deed, LinkId, ThingId } from "@palabre/shared/terms";

type On = Extract<Deed, { on: ThingId }>;

/** What an edit does, as the rules ask about it. Things that are not on the board are passed over: nothing is done to them. */
export function deedsOf(edit: Edit, view: Pick<BoardView, "card" | "link">): readonly Deed[] {
  const to = (type: On["type"], on: ThingId, name?: string): readonly Deed[] => {
    // one id names a card or a link, and either is found by it
    const card = view.card(on as CardId);
    const thing = card ?? view.link(on as LinkId);
    if (!thing) return [];
    const { by: madeBy, attributes } = thing;
    const isLocked = card?.attributes.locked === true;
    const kind = card?.kind;
    if (attributes.trashedAt !== undefined && type !== "bringBack") return [];
    return [{ type, on, thing: card ? "card" : "link", kind, madeBy, name, isLocked }];
  };
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
