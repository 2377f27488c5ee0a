import {
  newCardId,
  newLinkId,
  newPersonId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type Link,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { groupChanges } from "./groupChanges.ts";

const [awa, bo] = [newPersonId(), newPersonId()];
const card = (kind: string, text: string, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 1,
  position: [0, 0],
  text,
  attributes,
  extra: {},
});

describe("the list of what changed", () => {
  it("[F68] is by person and frame, names things as they are now, and leaves out what is no more", () => {
    const frame = card("frame", "Needs");
    const inside = card("note", "Quiet\nand more", { frame: frame.id });
    const outside = card("note", "Noise");
    const gone = card("note", "Old", { trashedAt: 5 });
    const link: Link = {
      id: newLinkId(),
      from: inside.id,
      to: outside.id,
      at: 1,
      polarity: "+",
      strength: 2,
      delay: false,
      label: "",
      attributes: {},
      extra: {},
    };
    const snapshot: BoardSnapshot = {
      cards: new Map([frame, inside, outside, gone].map((each) => [each.id, each])),
      links: new Map([[link.id, link]]),
      comments: new Map(),
      skipped: 0,
    };
    const change = (thing: Card["id"] | Link["id"], person = awa) => ({
      thing,
      person,
      did: ["wrote"] as const,
      at: 1,
    });
    const born = { ...change(inside.id), did: ["made", "wrote", "moved", "commented"] as const };
    const found = groupChanges(
      [change(outside.id, bo), born, change(link.id), change(gone.id), change(newCardId())],
      snapshot,
    );
    expect(found).toEqual([
      {
        person: awa,
        n: 3,
        frames: [
          {
            frame: frame.id,
            title: "Needs",
            things: [
              { id: inside.id, titles: ["Quiet"], did: ["made", "commented"], isThere: true },
              { id: link.id, titles: ["Quiet", "Noise"], did: ["wrote"], isThere: true },
            ],
          },
          { frame: undefined, title: "", things: [{ id: gone.id, titles: ["Old"], did: ["wrote"], isThere: false }] },
        ],
      },
      {
        person: bo,
        n: 1,
        frames: [
          {
            frame: undefined,
            title: "",
            things: [{ id: outside.id, titles: ["Noise"], did: ["wrote"], isThere: true }],
          },
        ],
      },
    ]);
  });
});
