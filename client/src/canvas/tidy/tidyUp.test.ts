import { createBoardDoc, createStateDoc, settingAgenda, settingNow, writeState } from "@palabre/shared/documents";
import { newPhaseId, type CardId, type Pair, type Phase, type Role, type RoleRules } from "@palabre/shared/terms";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { connectAlone, SILENT, someoneOn } from "../../state/alone.ts";
import { draftingOver } from "../../state/draftingState.ts";
import { boardStateOver, type BoardState } from "../../state/index.ts";
import type { Toast } from "../../ui/index.ts";
import { boxOf } from "../box.ts";
import { tidyUp } from "./tidyUp.ts";

const text = await textIn("en", "en-GB");
// the worker's half of the library, which comes without types
const { Worker: Half } = createRequire(import.meta.url)("elkjs/lib/elk-worker.min.js") as {
  readonly Worker: new () => object;
};
class OnThisThread extends Half {
  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal("Worker", OnThisThread);
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
});
afterEach(() => vi.unstubAllGlobals());

const ALL: RoleRules = { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true };

/** Cards of two people heaped on one place, and a step in which a participant may do this. */
function heap(rights: Partial<RoleRules>, writing?: "silent") {
  const [board, workshop] = [createBoardDoc(), createStateDoc()];
  const as = (role: Role) => boardStateOver(connectAlone({ board, workshop }), someoneOn(role));
  const [mine, host] = [as("participant"), as("facilitator")];
  const put = ({ commands }: Pick<BoardState, "commands">, [x, y]: Pair): CardId =>
    commands.addCard({ kind: "note", position: [x, y], text: "A" }) ?? expect.fail("the card was refused");
  const [own, foreign] = [mine, host].map((by) => [put(by, [0, 0]), put(by, [20, 20])]);
  const begin = (may: Partial<RoleRules>): Phase => {
    const phase: Phase = {
      id: newPhaseId(),
      title: { en: "Step" },
      instruction: {},
      ...(writing && { writing }),
      may: { facilitator: ALL, participant: { ...ALL, ...may } },
    };
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [phase] }),
      settingNow({ phase: phase.id, startedAt: 0 }),
    ]);
    return phase;
  };
  const phase = begin(rights);
  mine.commands.select([]);
  return { mine, host, own: own ?? [], foreign: foreign ?? [], phase, begin, put };
}

/** What is told of it, once it is done. */
async function tidied(board: BoardState): Promise<readonly string[]> {
  const told: Toast[] = [];
  board.subscribe("forbidden", () => told.push({ text: `refused: ${board.forbidden()?.reason}` }));
  await tidyUp({ board, view: undefined, text, toast: (toast) => void told.push(toast), announce: () => {} });
  return told.map((toast) => toast.text);
}
const placesOf = (board: BoardState, ids: readonly CardId[]) => ids.map((id) => board.card(id)?.position);
function areApart(board: BoardState, ids: readonly CardId[]): boolean {
  const boxes = ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card));
  return boxes.every((a, i) =>
    boxes
      .slice(i + 1)
      .every((b) => Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2),
  );
}

describe("tidying up in a step", () => {
  it("[B157] that lets one move one's own parts these, leaves the others, and tells how many", async () => {
    const { mine, own, foreign } = heap({ move: "own" });
    const before = placesOf(mine, foreign);
    expect(await tidied(mine)).toEqual(["2 cards tidied up"]);
    expect([areApart(mine, own), placesOf(mine, foreign)]).toEqual([true, before]);
    expect(await tidied(mine)).toEqual(["It is tidy already."]);
  });

  it("[B157] that lets one move nothing says so", async () => {
    const { mine, own } = heap({ move: "none" });
    const before = placesOf(mine, own);
    expect(await tidied(mine)).toEqual(["Nothing here can be moved."]);
    expect(placesOf(mine, own)).toEqual(before);
  });

  it("[B157] that ends while it is worked out says that nothing may be moved, and not that it is tidy", async () => {
    const { mine, begin } = heap({ move: "own" });
    const telling = tidied(mine);
    begin({ move: "none" });
    expect(await telling).toEqual(["Nothing here can be moved."]);
  });

  it("[B157] that refuses what it would take says why, and not that it is tidy", async () => {
    const { mine, host, own, foreign } = heap({ edit: "none" });
    const frame = host.commands.addCard({ kind: "frame", position: [-10, -10], text: "", holds: [...own, ...foreign] });
    host.commands.setCard(frame ?? expect.fail("no frame"), { size: [120, 120] });
    expect(await tidied(mine)).toEqual(["refused: phase"]);
  });

  it("[B157] parts what is in one's draft too, and counts it", async () => {
    const { mine, own, foreign, phase, put } = heap({ move: "own" }, "silent");
    const draft = {
      ...SILENT,
      doc: createBoardDoc(),
      // nothing of it is asked for here
      provider: undefined as never,
      status: () => ({ type: "saved", at: 1 }) as const,
      waiting: () => ({ changes: 0, kept: 0, isKeeping: true }),
      end: () => {},
    };
    const { canvas } = draftingOver(mine, draft, { phase: phase.id, round: 0 });
    const drafted = [put(canvas, [0, 0]), put(canvas, [20, 20])];
    canvas.commands.select([]);
    canvas.commands.edit(undefined);
    const before = placesOf(canvas, foreign);
    expect(await tidied(canvas)).toEqual(["4 cards tidied up"]);
    expect([areApart(canvas, [...own, ...drafted]), placesOf(canvas, foreign)]).toEqual([true, before]);
  });
});
