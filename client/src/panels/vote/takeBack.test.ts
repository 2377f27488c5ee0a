import { AppError } from "@palabre/shared/errors";
import type { OwnPaper } from "@palabre/shared/protocol";
import { newBallotId, newBoardId, newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { takeBack } from "./takeBack.ts";

const [board, id] = [newBoardId(), newBallotId()];
const handed: OwnPaper = { paper: { method: "dots", dots: { [newCardId()]: 1 } }, receipt: "abc", at: 1 };
const server = (found: OwnPaper | undefined, refusal?: AppError) => ({
  withdraw: () => (refusal ? Promise.reject(refusal) : Promise.resolve()),
  paper: () => Promise.resolve(found),
});

describe("a paper that is taken back", () => {
  it("[V83] counts still where it met the closing of its vote: it is what comes of it", async () => {
    expect(await takeBack(server(undefined), board, id)).toBeUndefined();
    const closed = new AppError("closed", "it takes no paper any more");
    expect(await takeBack(server(handed, closed), board, id)).toEqual(handed);
  });

  it("[V83] counts no more where it was taken back before, and its reply was lost; what else fails is told", async () => {
    expect(await takeBack(server(undefined, new AppError("closed", "closed")), board, id)).toBeUndefined();
    const failed = new AppError("store-failed", "no space");
    await expect(takeBack(server(handed, failed), board, id)).rejects.toBe(failed);
  });
});
