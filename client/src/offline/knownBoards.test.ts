import { newBoardId, newPersonId } from "@palabre/shared/terms";
import type { BoardFacts } from "@palabre/shared/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetAllOf, forgetBoard, knownBoard, knownBoards, rememberBoard } from "./knownBoards.ts";

const facts = (title: string, seenAt: number): BoardFacts => ({
  id: newBoardId(),
  title,
  language: "fr",
  person: newPersonId(),
  role: "participant",
  name: "Amina",
  colour: 1,
  createdAt: 1,
  seenAt,
});
const storage = (fails = false) => {
  const kept: Record<string, string> = {};
  const check = () => {
    if (fails) throw new DOMException("denied", "SecurityError");
  };
  const methods = {
    getItem: (key: string) => (check(), kept[key] ?? null),
    setItem: (key: string, value: string) => (check(), (kept[key] = value)),
    removeItem: (key: string) => (check(), delete kept[key]),
  };
  vi.stubGlobal(
    "localStorage",
    new Proxy(kept, { get: (_, key: string) => methods[key as keyof typeof methods] ?? kept[key] }),
  );
  return kept;
};
afterEach(() => vi.unstubAllGlobals());

describe("the boards that a device knows", () => {
  it("[O1] are what the server last said, last seen first, until they are forgotten", () => {
    storage();
    const [old, recent] = [facts("Old", 1), facts("Recent", 2)];
    rememberBoard(old);
    rememberBoard(recent);
    rememberBoard({ ...old, title: "Older" });
    expect(knownBoards().map(({ title }) => title)).toEqual(["Recent", "Older"]);
    expect(knownBoard(old.id)).toEqual({ ...old, title: "Older" });
    forgetBoard(old.id);
    expect([knownBoard(old.id), knownBoards().length]).toEqual([undefined, 1]);
  });

  it("[R42] leave nothing of themselves on a device that leaves them, and what is of others or of all stays", () => {
    const kept = storage();
    const [left, other] = [facts("Left", 1), facts("Other", 2)];
    rememberBoard(left);
    rememberBoard(other);
    const ofAll = { "palabre.name": "Amina", "palabre.theme": "dark" };
    const ofOther = { [`palabre.preview.${other.id}`]: "{}", [`palabre.pocket.${other.person}.${other.id}`]: "begun" };
    Object.assign(kept, ofAll, ofOther, {
      [`palabre.preview.${left.id}`]: "{}",
      [`palabre.seen.${left.id}`]: "1",
      [`palabre.columns.${left.id}`]: "[]",
      // the phone's page: somebody may have come in a second time
      [`palabre.pocket.${left.person}.${left.id}`]: "never said",
      [`palabre.pocket.${newPersonId()}.${left.id}`]: "never said",
    });
    forgetAllOf(left.id);
    expect(Object.keys(kept).toSorted()).toEqual(
      [...Object.keys(ofAll), ...Object.keys(ofOther), `palabre.board.${other.id}`].toSorted(),
    );
    storage(true);
    expect(() => forgetAllOf(left.id)).not.toThrow();
  });

  it("[O1] what can't be read is not known, and storage that is forbidden is no fault", () => {
    const kept = storage();
    const board = facts("Kept", 1);
    rememberBoard(board);
    for (const wrong of ["{", "null", JSON.stringify({ ...board, role: "king" })]) {
      kept[`palabre.board.${board.id}`] = wrong;
      expect([knownBoard(board.id), knownBoards()]).toEqual([undefined, []]);
    }
    storage(true);
    rememberBoard(board);
    forgetBoard(board.id);
    expect([knownBoard(board.id), knownBoards()]).toEqual([undefined, []]);
  });
});
