import { newCardId, newCommentId, newLinkId, newPersonId } from "@palabre/shared/terms";
import { message } from "../../helpers/client.ts";
import { anyContent, CONTENT, forgeUpdate, glued, setting, settingType, struct, TYPE } from "../../helpers/forge.ts";
import { each, flood, open, repeated, step2, update, type Attack, type Target } from "./target.ts";

/** A client id of its own for each forged update: what is refused leaves nothing behind under it. */
const idOf = (target: Target) => 1 + target.random.integer(2 ** 31);
const alone = (target: Target, ...structs: readonly Uint8Array[]): Uint8Array =>
  update(forgeUpdate(idOf(target), 0, structs));

/** A card as it should be, of which parts can be written over. */
function card(target: Target, parts: { key?: string; birth?: unknown; position?: unknown; text?: string } = {}) {
  const {
    key = newCardId(),
    birth = { kind: "note", by: target.person, at: 1 },
    position = [1, 2],
    text = "x",
  } = parts;
  const client = idOf(target);
  return update(
    forgeUpdate(client, 0, [
      setting("cards", key, birth),
      setting("position", key, position),
      settingType("text", key, TYPE.text),
      struct(CONTENT.string, { under: [client, 2] }, message(text)),
    ]),
  );
}
const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

export const forgeries: readonly Attack[] = [
  {
    name: "roots and names that are not of the board",
    run: (target) => {
      const roots = ["papers", "__proto__", "constructor", "hasOwnProperty", "", "Cards", "workshop"];
      const keys = ["__proto__", "constructor", "toString", "", "a", "a/b", "/", "x".repeat(2_000)];
      const maps = ["cards", "position", "text", "attributes", "links", "comments"];
      return each(target, [
        ...roots.flatMap((root) => [
          alone(target, setting(root, newCardId(), 1)),
          alone(target, struct(CONTENT.any, { root }, anyContent(1))),
        ]),
        ...maps.flatMap((root) => keys.map((key) => alone(target, setting(root, key, { kind: "note", at: 1 })))),
        ...maps.map((root) => alone(target, struct(CONTENT.any, { root }, anyContent(1, 2, 3)))),
      ]);
    },
  },
  {
    name: "types where values belong, documents in documents",
    run: (target) => {
      const maps = ["cards", "position", "text", "attributes", "links", "comments"];
      const key = (root: string) => (root === "attributes" ? `${target.victim.card}/owner` : newCardId());
      return each(
        target,
        maps.flatMap((root) => [
          ...Object.values(TYPE).map((type) =>
            alone(
              target,
              struct(
                CONTENT.type,
                { root, key: key(root) },
                type === TYPE.xmlElement ? message(type, "p") : message(type),
              ),
            ),
          ),
          alone(target, struct(CONTENT.doc, { root, key: key(root) }, glued(message("guid"), anyContent({}).slice(1)))),
          alone(target, struct(CONTENT.binary, { root, key: key(root) }, message(Uint8Array.of(1, 2)))),
          alone(target, struct(CONTENT.string, { root, key: key(root) }, message("text"))),
          alone(target, struct(CONTENT.embed, { root, key: key(root) }, message("{}"))),
          alone(target, struct(CONTENT.json, { root, key: key(root) }, message(1, "{}"))),
          alone(target, struct(CONTENT.format, { root, key: key(root) }, message("bold", "true"))),
        ]),
      );
    },
  },
  {
    name: "values that are none",
    run: (target) => {
      const { person } = target;
      const births = [
        {},
        null,
        7,
        [],
        "note",
        { kind: "", by: person, at: 1 },
        { kind: "note", by: person, at: "now" },
      ];
      const positions = [
        null,
        [1],
        [1, Number.NaN],
        ["1", "2"],
        [1e9, 0],
        [Number.POSITIVE_INFINITY, 0],
        [1, 2, 3],
        {},
      ];
      const own = (name: string, value: unknown) =>
        alone(target, setting("attributes", `${target.victim.card}/${name}`, value));
      const link = (birth: unknown) => alone(target, setting("links", newLinkId(), birth));
      const comment = (birth: unknown) => alone(target, setting("comments", newCommentId(), birth));
      return each(target, [
        ...births.map((birth) => card(target, { birth })),
        ...positions.map((position) => card(target, { position })),
        card(target, { text: "x".repeat(20_001) }),
        ...[7, -1, "x", [], Number.NaN].map((value) => own("trashedAt", value)),
        own("level", "galaxy"),
        own(
          "tags",
          Array.from({ length: 1_000 }, () => "x"),
        ),
        own("unknown", "x".repeat(40_000)),
        own("unknown", deep(9)),
        own("unknown", deep(3_000)),
        own("unknown", undefined),
        own("unknown", Number.NaN),
        own("unknown", new Uint8Array(3)),
        own("x".repeat(5_000), 1),
        ...[{}, null, { from: "a", to: "b", at: 1 }, { from: target.victim.card, at: 1 }].map(link),
        ...[{}, { on: target.victim.card, at: 1 }, { on: target.victim.card, at: 1, text: "x".repeat(50_000) }].map(
          comment,
        ),
      ]);
    },
  },
  {
    name: "in the name of another",
    run: (target) =>
      each(target, [
        card(target, { birth: { kind: "note", by: target.victim.person, at: 1 } }),
        card(target, { birth: { kind: "note", by: newPersonId(), at: 1 } }),
        card(target, { birth: { kind: "note", at: 1 } }),
        alone(target, setting("attributes", `${target.victim.card}/reaction:${target.victim.person}`, "heart")),
      ]),
  },
  {
    name: "births, places and texts torn, deleted or written again",
    run: async (target) => {
      const { client, card: victim } = target.victim;
      const torn = newCardId();
      await each(target, [
        // the first structs of the honest client are the birth, the position and the text of its card
        ...[0, 1, 2].map((clock) => update(forgeUpdate(0, 0, [], [{ client: client(), clock, length: 1 }]))),
        update(forgeUpdate(0, 0, [], [{ client: client(), clock: 0, length: 3 }])),
        alone(target, setting("cards", victim, { kind: "frame", by: target.person, at: 2 })),
        alone(target, settingType("text", victim, TYPE.text)),
        alone(target, setting("cards", torn, { kind: "note", by: target.person, at: 1 })),
        alone(target, setting("position", newCardId(), [1, 2])),
        alone(target, settingType("text", newCardId(), TYPE.text)),
      ]);
    },
  },
  {
    name: "formats, embeds and keys in a text",
    run: (target) => {
      const text = [target.victim.client(), 2] as const;
      return each(target, [
        alone(target, struct(CONTENT.format, { under: text }, message("bold", "true"))),
        alone(target, struct(CONTENT.embed, { under: text }, message('{"a":1}'))),
        alone(target, struct(CONTENT.any, { under: text }, anyContent({ a: 1 }))),
        alone(target, struct(CONTENT.type, { under: text }, message(TYPE.map))),
        alone(target, struct(CONTENT.any, { under: text, key: "k" }, anyContent(1))),
        alone(target, struct(CONTENT.string, { under: text }, message("y".repeat(30_000)))),
      ]);
    },
  },
  {
    name: "deletions that are named twice",
    run: (target) => {
      const under = [target.victim.client(), 2] as const;
      const typed = (letters: string, ...ranges: readonly (readonly [clock: number, length: number])[]) => {
        const client = idOf(target);
        const deletes = ranges.map(([clock, length]) => ({ client, clock, length }));
        return update(forgeUpdate(client, 0, [struct(CONTENT.string, { under }, message(letters))], deletes));
      };
      return each(target, [
        typed("xxxxxxVANDAL", [0, 6], [0, 6]),
        typed("xxxxxxVANDAL", [3, 6], [0, 6]),
        typed("y".repeat(400_000), [0, 200_000], [0, 200_000]),
      ]);
    },
  },
  {
    name: "client ids of another",
    run: async (target) => {
      for (let times = 0; times < 10; times += 1) {
        const { client, clock, card: victim } = target.victim;
        const structs = [setting("attributes", `${victim}/proofMark`, "forged")];
        for (const wrap of [update, step2]) await each(target, [wrap(forgeUpdate(client(), clock(), structs))]);
      }
    },
  },
  {
    name: "deletes of what is still to be written",
    run: async (target) => {
      const { client, clock } = target.victim;
      for (const ahead of [0, 1, 50]) {
        const range = { client: client(), clock: clock() + ahead, length: 500 };
        for (const wrap of [update, step2]) await each(target, [wrap(forgeUpdate(0, 0, [], [range]))]);
      }
    },
  },
  {
    name: "5,000 client ids",
    run: async (target) => {
      const one = () => alone(target, setting("attributes", `${target.victim.card}/proofMark`, "x"));
      await flood(await open(target), repeated(5_000, one));
      const many = Array.from({ length: 5_000 }, () =>
        glued(message(1, idOf(target), 0), setting("attributes", `${target.victim.card}/proofMark`, 1)),
      );
      await each(target, [step2(glued(message(many.length), ...many, message(0)))]);
    },
  },
];
