import { newBoardId, newCardId, newCommentId, newPersonId, type ChangedFact } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { LoggedChange } from "../stores/index.ts";
import { whatChanged } from "./whatChanged.ts";

const [awa, bo] = [newPersonId(), newPersonId()];
const board = newBoardId();

/** A log that is read page by page. */
const storeOf = (log: readonly LoggedChange[]) => ({
  changes: (
    _: unknown,
    { afterSeq = 0, since = 0, limit }: { afterSeq?: number | undefined; since?: number | undefined; limit: number },
  ) => Promise.resolve(log.filter(({ seq, at }) => seq > afterSeq && at >= since).slice(0, limit)),
});
const logOf = (entries: readonly (readonly [at: number, person: typeof awa | undefined, ...ChangedFact[]])[]) =>
  entries.map(([at, person, ...facts], index): LoggedChange => ({
    seq: index + 1,
    at,
    ...(person === undefined ? {} : { person }),
    facts,
  }));

describe("what changed", () => {
  it("[F68] is said in words a thing and person, since the moment asked, newest first, without what was written", async () => {
    const [card, other] = [newCardId(), newCardId()];
    const log = logOf([
      [1, awa, { key: `card/${other}`, after: { by: awa } }],
      [10, awa, { key: `card/${card}`, after: { by: awa } }, { key: `position/${card}`, after: [0, 0] }],
      [11, awa, { key: `text/${card}`, delta: [{ insert: "secret words" }] }],
      [
        12,
        bo,
        { key: `position/${card}`, before: [0, 0], after: [5, 5] },
        { key: `attribute/${card}/frame`, after: other },
      ],
      [13, bo, { key: `comment/${newCommentId()}`, after: { on: card, text: "hidden words" } }],
      [14, undefined, { key: `attribute/${other}/trashedAt`, after: 14 }],
      [
        15,
        bo,
        { key: `attribute/${other}/trashedAt`, before: 14 },
        { key: `attribute/${other}/colour`, after: "blue" },
        { key: `attribute/${other}/reaction:${bo}`, after: "👍" },
        { key: `attribute/${card}/reaction:${bo}`, before: "👍" },
      ],
      [16, bo, { key: `text/${other}`, delta: [{ keep: 4 }] }, { key: "nonsense" }, { key: "card/short", after: {} }],
    ]);
    const found = await whatChanged(storeOf(log), board, 10);
    expect(found).toEqual({
      changes: [
        { thing: other, person: bo, did: ["set", "broughtBack", "reacted"], at: 15 },
        { thing: other, did: ["trashed"], at: 14 },
        { thing: card, person: bo, did: ["moved", "commented"], at: 13 },
        { thing: card, person: awa, did: ["made", "wrote"], at: 11 },
      ],
      isMore: false,
    });
    expect(JSON.stringify(found)).not.toContain("words");
  });

  it("[F68] names five hundred things at most, and says that there are more", async () => {
    const many = logOf(
      Array.from({ length: 1_200 }, (_, at) => [at, awa, { key: `card/${newCardId()}`, after: {} }] as const),
    );
    const { changes, isMore } = await whatChanged(storeOf(many), board, 0);
    expect([changes.length, isMore, changes[0]?.at]).toEqual([500, true, 1_199]);
  });

  it("[F110] leaves out what is gone for good, so that emptying a trash hides nothing of what others did", async () => {
    const [card, reborn, comment] = [newCardId(), newCardId(), newCommentId()];
    const gone = Array.from({ length: 500 }, () => newCardId());
    const log = logOf([
      [10, awa, { key: `card/${card}`, after: { by: awa } }],
      [10, awa, { key: `comment/${comment}`, after: { on: gone[0] ?? card } }],
      [
        11,
        undefined,
        ...[...gone, reborn].flatMap((id) => [
          { key: `attribute/${id}/trashedAt`, before: 1 },
          { key: `card/${id}`, before: { by: bo } },
          { key: `position/${id}`, before: [0, 0] },
        ]),
        { key: `comment/${comment}`, before: { on: gone[0] ?? card } },
        { key: `attribute/${comment}/trashedAt`, before: 1 },
      ],
      [12, undefined, { key: `card/${reborn}`, after: { by: bo } }],
    ]);
    const { changes, isMore } = await whatChanged(storeOf(log), board, 10);
    expect(changes).toEqual([
      { thing: reborn, did: ["made"], at: 12 },
      { thing: card, person: awa, did: ["made"], at: 10 },
    ]);
    expect(isMore).toBe(false);
  });
});
