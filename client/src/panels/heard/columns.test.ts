import { newBoardId } from "@palabre/shared/terms";
import { expect, test, vi } from "vitest";
import { addColumn, moveColumn, readColumns, rememberColumns, removeColumn, setColumn } from "./columns.ts";

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

test("[P126] columns of posts are kept on the device; what is damaged gives the first ones", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", storageOf(kept));
  const board = newBoardId();
  const first = readColumns(board);
  expect(first).toHaveLength(3);
  rememberColumns(board, [{ kind: "wish", query: "" }, { days: 7 }]);
  expect(readColumns(board)).toEqual([{ kind: "wish" }, { days: 7 }]);
  expect(readColumns(newBoardId())).toEqual(first);
  for (const damaged of ["", "{", "[]", '[{"kind":"shout"}]', '[{"days":-1}]', "3"]) {
    kept.set(`palabre.columns.${board}`, damaged);
    expect(readColumns(board)).toEqual(first);
  }
  vi.unstubAllGlobals();
});

test("[P126] columns are added up to six, changed, moved and removed down to one", () => {
  const two = [{ kind: "wish" }, { days: 7 }] as const;
  expect(addColumn(two)).toEqual([...two, {}]);
  expect(addColumn(addColumn(addColumn(addColumn(addColumn(two)))))).toHaveLength(6);
  expect(setColumn(two, 1, { language: "fr" })).toEqual([two[0], { language: "fr" }]);
  expect(moveColumn(two, 0, 1)).toEqual([two[1], two[0]]);
  expect(moveColumn(two, 0, -1)).toEqual(two);
  expect(removeColumn(two, 0)).toEqual([two[1]]);
  expect(removeColumn([two[0]], 0)).toEqual([two[0]]);
});
