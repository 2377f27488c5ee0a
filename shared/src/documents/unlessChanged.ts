import * as Y from "yjs";
import type { CardId, Json } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { readFact, sameValue, type PlainFact } from "./edit.ts";
import type { ServerEdit } from "./serverEdit.ts";

/** What a board said where edits set a place, an attribute or a text, when they were worked out. */
export type FactsSeen = ReadonlyMap<string, Json | undefined>;

type SetFact = PlainFact | { readonly type: "text"; readonly card: CardId };

export const factsSeen = (doc: BoardDoc, edits: readonly ServerEdit[]): FactsSeen =>
  new Map(edits.flatMap(factsSet).map((fact) => [keyOf(fact), valueOf(doc, fact)]));

/** Edits less what would set a fact that is no longer as it was seen: whoever changed it since has the last word. */
export function unlessChanged(doc: BoardDoc, edits: readonly ServerEdit[], seen: FactsSeen): readonly ServerEdit[] {
  const isAsSeen = (fact: SetFact) => sameValue(valueOf(doc, fact), seen.get(keyOf(fact)));
  return edits.flatMap((edit): readonly ServerEdit[] => {
    switch (edit.type) {
      case "writeText":
        return factsSet(edit).every(isAsSeen) ? [edit] : [];
      case "moveCards":
        return [{ ...edit, moves: edit.moves.filter(({ card }) => isAsSeen({ type: "position", card })) }];
      case "setAttributes": {
        const values = Object.entries(edit.values).filter(([name]) =>
          isAsSeen({ type: "attribute", on: edit.on, name }),
        );
        return [{ ...edit, values: Object.fromEntries(values) }];
      }
      default:
        return [edit];
    }
  });
}

function factsSet(edit: ServerEdit): readonly SetFact[] {
  switch (edit.type) {
    case "writeText":
      return [{ type: "text", card: edit.card }];
    case "moveCards":
      return edit.moves.map(({ card }) => ({ type: "position", card }));
    case "setAttributes":
      return Object.keys(edit.values).map((name) => ({ type: "attribute", on: edit.on, name }));
    default:
      return [];
  }
}

const keyOf = (fact: SetFact): string =>
  fact.type === "attribute" ? `attribute/${fact.on}/${fact.name}` : `${fact.type}/${fact.card}`;

function valueOf(doc: BoardDoc, fact: SetFact): Json | undefined {
  if (fact.type !== "text") return readFact(doc, fact);
  const text = mapOf(doc, "text").get(fact.card);
  return text instanceof Y.Text ? text.toString() : undefined;
}
