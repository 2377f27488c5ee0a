import { AppError } from "@palabre/shared/errors";
import type { PocketView, SendIdea, Silence } from "@palabre/shared/protocol";
import { newBoardId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PocketApi } from "../api/index.ts";
import { openPocket, type OpenPocket } from "./openPocket.ts";

const unsigned: Silence = { phase: newPhaseId(), round: 0, signed: false };
const viewWith = (draft: Silence | undefined): PocketView => ({
  title: "",
  language: "en",
  me: { person: newPersonId(), name: "Bo", role: "participant", isHandUp: false, isReady: null },
  step: null,
  write: { kinds: ["note"], ...(draft ? { draft } : {}) },
  waiting: null,
  ideas: [],
  mayReact: false,
  cards: [],
  ballots: [],
  results: [],
  reactions: {},
});

let pocket: OpenPocket | undefined;
afterEach(() => {
  pocket?.close();
  vi.unstubAllGlobals();
});

/** A phone on which nothing is kept, in a step of which this is the silence; and what it sends. */
async function phone(draft: Silence | undefined) {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  const sent: SendIdea[] = [];
  let refusal: AppError | undefined;
  const act = async (): Promise<void> => {
    if (refusal) throw refusal;
  };
  const api: PocketApi = {
    openSession: () => Promise.reject(new Error("who is in asks for no session")),
    join: () => Promise.reject(new Error("who is in joins nothing")),
    view: async () => viewWith(draft),
    events: async () => new ReadableStream<Uint8Array>(),
    sendIdea: async (_, idea) => void sent.push(idea),
    react: act,
    raiseHand: act,
    beReady: act,
    rename: act,
  };
  pocket = await openPocket(api, newBoardId());
  return { pocket, sent, refuse: (fault: AppError | undefined) => void (refusal = fault) };
}

describe("a workshop that is open on a phone", () => {
  it("[K29] sends an idea under the promise that it was begun with, whatever the step says now", async () => {
    const { pocket: open, sent } = await phone(undefined);
    await open.write("begun in silence", "note", unsigned);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ draft: { phase: unsigned.phase, round: 0 } });
  });

  it("[K29] keeps back what was to be without a name once its silence ends with names", async () => {
    const { pocket: open, sent } = await phone({ ...unsigned, signed: true });
    await open.write("without a name", "note", unsigned);
    expect([sent, open.state().waiting.map(({ state }) => state)]).toEqual([[], ["late"]]);
  });

  it("[K32] says why a hand was not taken until one is", async () => {
    const { pocket: open, refuse } = await phone(undefined);
    refuse(new AppError("too-many", "slowly"));
    expect(await open.raiseHand(true)).toBe(false);
    expect(open.state().notDone?.code).toBe("too-many");
    refuse(undefined);
    expect(await open.beReady(true)).toBe(true);
    expect(open.state().notDone).toBeUndefined();
  });
});
