import {
  applyEdits,
  createBoardDoc,
  observeActs,
  openCardText,
  type Act,
  type BoardDoc,
} from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { newBoardId, newCardId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { connectDraft } from "./connectDraft.ts";
import { createMemoryStore, draftKeyOf, type DeviceStore, type KeptAct } from "./deviceStore.ts";

/** The device of a page, which answers when it is let. */
let opening: Promise<DeviceStore>;
vi.mock("./device.ts", async (original) => ({
  ...(await original<typeof import("./device.ts")>()),
  openDeviceStore: () => opening,
}));

beforeEach(() => {
  vi.stubGlobal("navigator", {});
  // a line on which nothing is ever heard
  vi.stubGlobal(
    "WebSocket",
    class {
      close(): void {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const [board, person, phase] = [newBoardId(), newPersonId(), newPhaseId()];
const key = draftKeyOf(board, phase, 0);

// a busy machine takes its time to fetch the part of the device
const PATIENT = { timeout: 10_000 };

/** A card as it is written: it is there, then its words. */
function write(doc: BoardDoc, words: string): void {
  const id = newCardId();
  applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "", at: 1, by: person }]);
  const text = openCardText(doc, id);
  text?.edit(words);
  text?.close();
}

/** A page with the draft of a person open, on a device that answers when told. */
function openPage(device: DeviceStore) {
  let answer = () => {};
  opening = new Promise((resolve) => (answer = () => resolve(device)));
  const told: KeptAct[] = [];
  const draft = connectDraft(new URL("http://localhost/"), {
    board,
    person,
    phase,
    round: 0,
    forbids: () => undefined,
    handOver: (acts) => void told.push(...acts),
  });
  onTestFinished(draft.close);
  const wordsTold = () => [...new Set(told.flatMap(({ seen }) => seen?.map(({ text }) => text) ?? []))];
  return { draft, answer, wordsTold };
}

it("[F46] what was drafted before a reload is told with its words when the draft is over by then", async () => {
  const device = { ...createMemoryStore(), isLasting: true };
  const made: { act: Act; update: Uint8Array }[] = [];
  const before = createBoardDoc();
  observeActs(before, (act, update) => made.push({ act, update }));
  write(before, "more benches");
  const put = made.map((each, n) => ({ ...each, id: `gone/${n}`, board: key, person, tab: "gone", n, at: n }));
  await device.change({ put: put.map((act) => ({ ...act, state: "made" })) });
  const { draft, answer, wordsTold } = openPage(device);
  answer();
  await vi.waitUntil(() => draft.waiting().changes > 0, PATIENT);
  draft.end(CLOSE.newEpoch);
  expect(wordsTold()).toEqual(["more benches"]);
});
