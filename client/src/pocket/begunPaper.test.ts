import { newBallotId, newBoardId, newCardId, newPersonId, type Paper } from "@palabre/shared/terms";
import { afterEach, expect, it, vi } from "vitest";
import { forgetAllOf } from "../offline/index.ts";
import { begunPaper, keepBegun } from "./begunPaper.ts";

const of = { board: newBoardId(), person: newPersonId(), ballot: newBallotId() };
const paper: Paper = { method: "dots", dots: { [newCardId()]: 2 } };
/** What the device keeps; with `fails`, it refuses. */
const storage = (fails = false): Record<string, string> => {
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

it("[K36] a paper that is begun is kept for its person, board and ballot alone, until it is dropped", () => {
  storage();
  keepBegun(of, paper);
  expect(begunPaper(of)).toEqual(paper);
  for (const other of [{ board: newBoardId() }, { person: newPersonId() }, { ballot: newBallotId() }])
    expect(begunPaper({ ...of, ...other })).toBeUndefined();
  keepBegun(of, undefined);
  expect(begunPaper(of)).toBeUndefined();
});

it("[K36] what is no paper is none, and a device that keeps nothing is no fault", () => {
  const kept = storage();
  keepBegun(of, paper);
  const [key = ""] = Object.keys(kept);
  for (const wrong of ["{", "null", '{"method":"dots","dots":3}', '{"method":"acclaim"}']) {
    kept[key] = wrong;
    expect(begunPaper(of)).toBeUndefined();
  }
  storage(true);
  keepBegun(of, paper);
  keepBegun(of, undefined);
  expect(begunPaper(of)).toBeUndefined();
});

it("[K24] a paper that is begun goes with its board from the device, and those of other boards stay", () => {
  storage();
  const other = { ...of, board: newBoardId() };
  for (const each of [of, other]) keepBegun(each, paper);
  forgetAllOf(of.board);
  expect([begunPaper(of), begunPaper(other)]).toEqual([undefined, paper]);
});
