import { AppError } from "@palabre/shared/errors";
import { newBoardId, newVersionId, type BoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { HISTORY_LIMITS } from "./limits.ts";
import { openMinutes } from "./minutes.ts";
import type { Versions } from "./versions.ts";

/** Boards that change in this order, and then the server stops. @returns those of which a version was asked for, and what was logged */
async function stopAfter(
  boards: readonly BoardId[],
  { isFailing = false, keepMs = 0 } = {},
): Promise<{ readonly asked: readonly BoardId[]; readonly lines: readonly string[] }> {
  const asked: BoardId[] = [];
  const lines: string[] = [];
  const clock = { now: 0 };
  let change: (board: BoardId) => void = () => {};
  const keep: Versions["keep"] = async (board, { kind }) => {
    asked.push(board);
    clock.now += keepMs;
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
    log: createLog("warn", { write: (line) => lines.push(line) }),
    now: () => clock.now,
    limits: HISTORY_LIMITS,
  });
  for (const board of boards) change(board);
  await minutes.close();
  await minutes.close();
  return { asked, lines };
}
const [one, two] = [newBoardId(), newBoardId()];

it("[H10] a stop keeps the minutes that are not over, each once", async () => {
  expect(await stopAfter([one, two, one])).toEqual({ asked: [one, two], lines: [] });
});

it("[H10] a stop waits for one version at most where none can be kept", async () => {
  expect((await stopAfter([one, two], { isFailing: true })).asked).toEqual([one]);
});

it("[H10] a stop begins no more versions after a few seconds, and says once how many it left out", async () => {
  const boards = Array.from({ length: 5 }, () => newBoardId());
  const { asked, lines } = await stopAfter(boards, { keepMs: 1_600 });
  expect(asked).toEqual(boards.slice(0, 2));
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([expect.objectContaining({ boards: 3 })]);
});
