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
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { connectDraft } from "./connectDraft.ts";
import type * as device from "./device.ts";
import { isAct } from "./device.ts";
import { createMemoryStore, draftKeyOf, type DeviceStore, type KeptAct } from "./deviceStore.ts";
import { openOutbox, type Outbox } from "./outbox.ts";
import { seenAlone } from "./seenAlone.ts";
import { takeStale } from "./staleDrafts.ts";

/** The device of a page, which answers when it is let. */
let opening: Promise<DeviceStore>;
vi.mock("./device.ts", async (original) => ({
  ...(await original<typeof device>()),
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

const openMemoryOutbox = (): Promise<Outbox> =>
  openOutbox({
    device: createMemoryStore(),
    board,
    person,
    tab: "board",
    isOpen: () => Promise.resolve(false),
    isAct,
    seenAlone,
    now: () => 0,
  });

/** A page with the draft of a person open, on a device that answers when told, beside a board that tells what it takes over. */
async function openPage(device: DeviceStore, isTaking = true) {
  let answer = () => {};
  opening = new Promise((resolve) => (answer = () => resolve(device)));
  const beside = await openMemoryOutbox();
  const draft = connectDraft(new URL("http://localhost/"), {
    board,
    person,
    phase,
    round: 0,
    forbids: () => undefined,
    handOver: (acts) => {
      if (isTaking) beside.adopt(acts);
      return isTaking;
    },
  });
  onTestFinished(draft.close);
  const wordsTold = () => beside.told().map(({ seen }) => seen.text);
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
  const { draft, answer, wordsTold } = await openPage(device);
  answer();
  await vi.waitUntil(() => draft.waiting().changes > 0, PATIENT);
  draft.end(CLOSE.newEpoch);
  expect(wordsTold()).toEqual(["more benches"]);
});

describe("what is written in a draft before the device has answered", () => {
  const openWritten = async (isTaking = true) => {
    const device = { ...createMemoryStore(), isLasting: true };
    const page = await openPage(device, isTaking);
    write(page.draft.doc, "trees");
    return { ...page, device };
  };
  const kept = async (device: DeviceStore) => (await device.acts(key)).map(({ state }) => state);

  it("[F133] waits from its first letter, is on the device once that answers, and is told when the step ends", async () => {
    const { draft, device, answer, wordsTold } = await openWritten();
    expect(draft.waiting()).toEqual({ changes: 2, kept: 0, isKeeping: false });
    answer();
    await vi.waitUntil(() => draft.waiting().kept === 2, PATIENT);
    expect(draft.waiting()).toEqual({ changes: 2, kept: 2, isKeeping: true });
    expect(await kept(device)).toEqual(["made", "made"]);
    draft.end(CLOSE.newEpoch);
    expect(wordsTold()).toEqual(["trees"]);
    expect(await kept(device)).toEqual([]);
  });

  it("[F133] is told though the step ends before", async () => {
    const { draft, device, answer, wordsTold } = await openWritten();
    draft.end(CLOSE.newEpoch);
    draft.close();
    answer();
    await vi.waitUntil(() => wordsTold().length > 0, PATIENT);
    expect(wordsTold()).toEqual(["trees"]);
    expect(await kept(device)).toEqual([]);
  });

  it("[F135] stays on the device where nobody is there any more to be told, for the next page", async () => {
    const { draft, device, answer, wordsTold } = await openWritten(false);
    draft.end(CLOSE.newEpoch);
    draft.close();
    answer();
    await vi.waitUntil(async () => (await kept(device)).includes("told"), PATIENT);
    expect([await kept(device), wordsTold()]).toEqual([["told"], []]);
    const told: KeptAct[] = [];
    const handOver = (acts: readonly KeptAct[]) => told.push(...acts) > 0;
    const isOver = () => false;
    await takeStale(device, () => Promise.resolve(false), { board, current: undefined, isOver, handOver });
    expect(told.map(({ seen, reasons }) => [seen?.[0]?.text, reasons])).toEqual([["trees", ["revealed"]]]);
    expect(await kept(device)).toEqual([]);
  });

  it("[F133] is on the device though its person leaves before", async () => {
    const { draft, device, answer, wordsTold } = await openWritten();
    draft.close();
    answer();
    await vi.waitUntil(async () => (await kept(device)).length > 0, PATIENT);
    expect([await kept(device), wordsTold()]).toEqual([["made", "made"], []]);
  });
});

describe("what is handed over to a connection", () => {
  const ofDraft = async () => {
    const [outbox, doc] = [await openMemoryOutbox(), createBoardDoc()];
    observeActs(doc, outbox.add);
    write(doc, "trees");
    return outbox.made();
  };

  it("[F135] is kept though it closes before its device has answered, and is not taken once it is closed", async () => {
    const device = { ...createMemoryStore(), isLasting: true };
    const { draft, answer } = await openPage(device, false);
    const acts = await ofDraft();
    expect(draft.adopt(acts)).toBe(true);
    draft.close();
    expect(draft.adopt(acts)).toBe(false);
    answer();
    await vi.waitUntil(async () => (await device.acts(key)).length > 0, PATIENT);
    expect((await device.acts(key)).map(({ state }) => state)).toEqual(["told"]);
  });
});
