import { AppError } from "@palabre/shared/errors";
import { newBoardId, newVersionId, type BoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { HISTORY_LIMITS } from "./limits.ts";
import { openMinutes } from "./minutes.ts";
import type { Versions } from "./versions.ts";

/** Boards that change in this order, and then the server stops. @returns those of which a version was asked for */
async function stopAfter(boards: readonly BoardId[], isFailing = false): Promise<readonly BoardId[]> {
  const asked: BoardId[] = [];
  let change: (board: BoardId) => void = () => {};
  const keep: Versions["keep"] = async (board, { kind }) => {
    asked.push(board);
    if (isFailing) throw new AppError("store-failed", "the disk is full");
    return { id: newVersionId(), board, at: 0, kind, label: "", seq: 0, bytes: 0 };
  };
  const minutes = openMinutes({
    versions: { keep },
    rooms: {
      onKept: (listener) => {
        change = (board) => listener(board);
        return () => true;
      },
      onLive: () => () => true,
    },
    log: createLog("silent"),
    now: () => 0,
    limits: HISTORY_LIMITS,
  });
  for (const board of boards) change(board);
  await minutes.close();
  await minutes.close();
  return asked;
}
const [one, two] = [newBoardId(), newBoardId()];

it("[H10] a stop keeps the minutes that are not over, each once", async () => {
  expect(await stopAfter([one, two, one])).toEqual([one, two]);
});

it("[H10] a stop waits for one version at most where none can be kept", async () => {
  expect(await stopAfter([one, two], true)).toEqual([one]);
});
