import type { BallotRecord, BoardStore, PaperEntry } from "@palabre/server/stores";
import { newBallotId, newPersonId, type BoardId } from "@palabre/shared/terms";
import { expect, test } from "vitest";
import { boardRecord } from "./records.ts";

const ballotRecord = (board: BoardId, change: Partial<BallotRecord> = {}): BallotRecord => ({
  board,
  id: newBallotId(),
  salt: "c2FsdA",
  openedAt: 10,
  ...change,
});
const paperOf = ({ board, id }: BallotRecord, change: Partial<PaperEntry> = {}): PaperEntry => ({
  board,
  ballot: id,
  person: newPersonId(),
  sealed: "v1.first",
  at: 20,
  ...change,
});

/** The part of the contract about papers. */
export function ballotContract(opened: () => BoardStore): void {
  const openBallot = async (change: Partial<BallotRecord> = {}) => {
    const board = boardRecord();
    await opened().createBoard(board, []);
    const record = ballotRecord(board.id, change);
    await opened().openBallot(record);
    return record;
  };

  test("[V3] a person has one paper in a ballot: a later one takes its place, and it can be taken back", async () => {
    const store = opened();
    const record = await openBallot();
    const [first, other] = [paperOf(record), paperOf(record, { sealed: "v1.other" })];
    expect(await store.putPapers([first, other])).toEqual([true, true]);
    const second = { ...first, sealed: "v1.second", at: 21 };
    expect(await store.putPapers([second])).toEqual([true]);
    const kept = [second, other].map(({ person, sealed, at }) => ({ person, sealed, at }));
    expect(await store.papers(record.board, record.id)).toEqual(
      kept.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    );
    expect(await store.paper(record.board, record.id, first.person)).toEqual(kept[0]);
    expect(await store.putPapers([{ ...first, sealed: undefined }])).toEqual([true]);
    expect(await store.paper(record.board, record.id, first.person)).toBeUndefined();
    expect(await store.papers(record.board, record.id)).toEqual([kept[1]]);
  });

  test("[V4] a ballot that is closed, past its end, or not there takes no paper, also in a batch with others", async () => {
    const store = opened();
    const [open, ended, closed] = [await openBallot(), await openBallot({ closesAt: 20 }), await openBallot()];
    const before = paperOf(closed);
    expect(await store.putPapers([before, paperOf(ended, { at: 19 })])).toEqual([true, true]);
    await store.setBallotClosed(closed.board, closed.id, 15);
    await store.setBallotClosed(closed.board, closed.id, 99);
    expect(await store.ballot(closed.board, closed.id)).toEqual({ ...closed, closedAt: 15 });
    const unknown = paperOf(ballotRecord(open.board));
    const batch = [paperOf(open), paperOf(ended), { ...before, sealed: undefined }, unknown, paperOf(open)];
    expect(await store.putPapers(batch)).toEqual([true, false, false, false, true]);
    expect(await store.papers(closed.board, closed.id)).toHaveLength(1);
    await store.setBallotClosed(ended.board, ended.id, undefined);
    expect(await store.putPapers([paperOf(ended)])).toEqual([true]);
  });

  test("[V5] those that are open and have an end are found over all boards", async () => {
    const store = opened();
    const [due, later] = [await openBallot({ closesAt: 5 }), await openBallot({ closesAt: 9 })];
    await openBallot();
    await store.setBallotClosed(later.board, later.id, 6);
    expect(await store.dueBallots()).toEqual([due]);
  });

  test("[V6] an erased ballot has no papers and no salt; others keep theirs", async () => {
    const store = opened();
    const [gone, stays] = [await openBallot(), await openBallot()];
    await store.putPapers([paperOf(gone), paperOf(stays)]);
    await store.eraseBallots(gone.board, [gone.id, newBallotId()]);
    expect(await store.ballot(gone.board, gone.id)).toBeUndefined();
    expect(await store.ballots(gone.board)).toEqual([]);
    expect(await store.papers(gone.board, gone.id)).toEqual([]);
    expect(await store.ballots(stays.board)).toEqual([stays]);
    expect(await store.papers(stays.board, stays.id)).toHaveLength(1);
  });

  test("[S12, S13] a ballot of no board, or with an id that is taken, is not opened", async () => {
    const store = opened();
    const record = await openBallot();
    await expect(store.openBallot(ballotRecord(boardRecord().id))).rejects.toMatchObject({ code: "unknown-board" });
    await expect(store.openBallot(record)).rejects.toMatchObject({ code: "store-failed" });
  });
}
