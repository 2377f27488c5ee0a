import type { ThingChanged } from "@palabre/shared/protocol";
import {
  newCardId,
  newCommentId,
  newLinkId,
  newPersonId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type Comment,
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

  it("[F68, B151] offers no way to a link that is not seen, since a card at its end is in the trash or gone", () => {
    const [here, there, gone] = [card("note", "Mud"), card("note", "Rain"), card("note", "Old", { trashedAt: 5 })];
    const linkTo = (to: Card["id"]): Link => ({
      id: newLinkId(),
      from: here.id,
      to,
      at: 1,
      polarity: "+",
      strength: 2,
      delay: false,
      label: "",
      attributes: {},
      extra: {},
    });
    const seen = linkTo(there.id);
    const links = [seen, linkTo(gone.id), linkTo(newCardId()), { ...seen, id: newLinkId(), from: gone.id }];
    const snapshot: BoardSnapshot = {
      cards: new Map([here, there, gone].map((each) => [each.id, each])),
      links: new Map(links.map((each) => [each.id, each])),
      comments: new Map(),
      skipped: 0,
    };
    const changes = links.map(({ id }): ThingChanged => ({ thing: id, person: awa, did: ["made"], at: 1 }));
    const told = groupChanges(changes, snapshot)[0]?.frames[0]?.things ?? [];
    expect(told.map(({ id, isThere }) => [id, isThere])).toEqual(links.map(({ id }) => [id, id === seen.id]));
  });

  it("[F68] [B49] tells of a card what was commented, settled and said to who reads; a comment that was taken back is told by nothing", () => {
    const [mud, rain] = [card("note", "Mud"), card("note", "Rain")];
    const comment = (text: string, on: Card, attributes: Comment["attributes"] = {}): Comment => ({
      id: newCommentId(),
      on: on.id,
      by: awa,
      at: 1,
      text,
      attributes,
      extra: {},
    });
    const all = [
      comment("@Bo look", mud),
      comment("fine", rain),
      comment("done", rain, { resolvedAt: 4 }),
      comment("no", rain, { trashedAt: 4 }),
    ];
    const snapshot: BoardSnapshot = {
      cards: new Map([mud, rain].map((each) => [each.id, each])),
      links: new Map(),
      comments: new Map(all.map((each) => [each.id, each])),
      skipped: 0,
    };
    const change = (thing: ThingChanged["thing"], ...did: ThingChanged["did"]): ThingChanged => ({
      thing,
      person: awa,
      did,
      at: 1,
    });
    const found = groupChanges(
      [
        change(mud.id, "commented"),
        change(rain.id, "moved", "commented"),
        change(all[2]!.id, "set"),
        change(all[3]!.id, "trashed"),
      ],
      snapshot,
      ({ text }) => text.startsWith("@Bo"),
    );
    expect(found[0]?.frames[0]?.things.map(({ titles, did }) => [titles[0], ...did])).toEqual([
      ["Mud", "commentedToMe"],
      ["Rain", "moved", "commented", "settled"],
    ]);
    expect(found[0]?.n).toBe(2);
    expect(groupChanges([change(all[3]!.id, "trashed")], snapshot)).toEqual([]);
  });
});
