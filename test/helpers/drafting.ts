import { readBoard, readWorkshop, type Workshop, type StateDoc } from "@palabre/shared/documents";
import type { Revealed } from "@palabre/shared/protocol";
import { newPhaseId, type Phase, type PhaseId, type WaitingDrafts } from "@palabre/shared/terms";
import { ask, connect, openBoard, synced, type Joined, type OpenedBoard, type Peer } from "./client.ts";
import { startServer, type ServerOptions, type TestServer, type ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

export const silentPhase = (more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { en: "Ideas" },
  instruction: { en: "Write what you expect" },
  writing: "silent",
  ...more,
});

/** A board in a silent phase, with a facilitator who can end it. */
export interface Drafting {
  readonly board: OpenedBoard;
  readonly phase: Phase;
  readonly awa: Joined;
  /** Somebody with their draft open. */
  writer(name: string): Promise<Joined & { readonly draft: Peer }>;
  open(session: string, round?: number): Promise<Peer>;
  reveal(round?: number): Promise<number>;
  discard(round?: number): Promise<number>;
  go(from: PhaseId | null, to: PhaseId | null): Promise<number>;
  workshop(): Workshop;
  /** What all are told once it says so. */
  waits(which: (drafts: WaitingDrafts) => boolean): Promise<WaitingDrafts>;
}

export async function beginDrafting(server: ServerAddress, phase: Phase = silentPhase()): Promise<Drafting> {
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const asking = (method: string, path: string, body: unknown) =>
    ask<Revealed>(server, method, `/api/boards/${board.id}/${path}`, { body, session: awa.session });
  const other: Phase = { id: newPhaseId(), title: { en: "Talk" }, instruction: {} };
  await asking("PUT", "agenda", { revision: 0, phases: [phase, other] });
  const go = async (from: PhaseId | null, to: PhaseId | null) => (await asking("POST", "phase", { from, to })).status;
  await go(null, phase.id);
  const seen = connect(server, board.id, awa.session, "workshop");
  await synced(seen);
  // `workshop` opens as a state document
  const workshop = () => readWorkshop(seen.doc as StateDoc);
  const draftsNow = () => workshop().drafts.find((drafts) => drafts.phase === phase.id);
  const open = async (session: string, round?: number) => {
    const asked = round === undefined ? {} : { phase: phase.id, round: String(round) };
    const draft = connect(server, board.id, session, "draft", undefined, asked);
    await synced(draft);
    return draft;
  };
  return {
    board,
    phase,
    awa,
    writer: async (name) => {
      const person = await board.join("participant", name);
      return { ...person, draft: await open(person.session) };
    },
    open,
    reveal: async (round = 0) => (await asking("POST", "reveal", { phase: phase.id, round })).body.ideas,
    discard: async (round = 0) => (await asking("DELETE", "drafts", { phase: phase.id, round })).status,
    go,
    workshop,
    waits: (which) =>
      until(() => {
        const drafts = draftsNow();
        return drafts && which(drafts) ? drafts : undefined;
      }, "what waits to be told"),
  };
}

/** A server that counts at once. */
export const startQuick = (options: ServerOptions = {}): Promise<TestServer> =>
  startServer({ drafts: { countEveryMs: 20 }, ...options });

export const textsOf = ({ doc }: Peer): readonly string[] =>
  [...readBoard(doc).cards.values()].map(({ text }) => text).toSorted();
