import { readWorkshop, type StateDoc, type Workshop } from "@palabre/shared/documents";
import type { ChangeTimer } from "@palabre/shared/protocol";
import { newPhaseId, type Phase, type PhaseNow, type RoleRules } from "@palabre/shared/terms";
import { ask, connect, openBoard, synced, type Joined, type OpenedBoard, type Reply } from "./client.ts";
import { startServer, type ServerOptions, type TestServer } from "./startServer.ts";

/** What a role may do in a phase in which it may do nothing. */
export const NOTHING: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };

export const phaseOf = (en: string, more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { en },
  instruction: { en: `Now: ${en}` },
  ...more,
});

type Asked = Reply<{ revision?: number; now?: PhaseNow | null; code?: string }>;

/** A board with a facilitator, Awa, and a participant, Bo, on a clock that stands still until it is told to pass. */
export interface TestWorkshop {
  readonly server: TestServer;
  readonly board: OpenedBoard;
  readonly awa: Joined;
  readonly bo: Joined;
  /** as Awa, unless another session is said */
  set(revision: number, phases: readonly unknown[], session?: string): Promise<Asked>;
  go(from: string | null, to: string | null, session?: string): Promise<Asked>;
  timer(change: ChangeTimer | object, session?: string): Promise<Asked>;
  now(): number;
  pass(ms: number): void;
  /** what somebody who looks on sees of the workshop, from here on */
  watch(): Promise<() => Workshop>;
  /** the server anew over the same data; for a workshop with a data folder */
  restart(): Promise<void>;
}

export async function openWorkshop(options: ServerOptions = {}): Promise<TestWorkshop> {
  let now = 1_700_000_000_000;
  let server = await startServer({ now: () => now, ...options });
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const bo = await board.join("participant", "Bo");
  const asking = (method: string, path: string, body: unknown, session = awa.session): Promise<Asked> =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { body, session });
  return {
    get server() {
      return server;
    },
    board,
    awa,
    bo,
    set: (revision, phases, session) => asking("PUT", "agenda", { revision, phases }, session),
    go: (from, to, session) => asking("POST", "phase", { from, to }, session),
    timer: (change, session) => asking("POST", "timer", change, session),
    now: () => now,
    pass: (ms) => void (now += ms),
    watch: async () => {
      const seen = connect(server, board.id, bo.session, "workshop");
      await synced(seen);
      return () => readWorkshop(seen.doc as StateDoc);
    },
    restart: async () => {
      await server.close();
      server = await server.restart();
    },
  };
}
