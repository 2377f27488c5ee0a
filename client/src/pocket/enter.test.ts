import type { AppError, ErrorCode } from "@palabre/shared/errors";
import type { AtTheDoor, OwnPaper, PocketBallot, PocketView, SessionOpened } from "@palabre/shared/protocol";
import { newBallotId, newBoardId, newCardId, newPersonId, type Paper } from "@palabre/shared/terms";
import { expect, it, onTestFinished, vi } from "vitest";
import { enterPocket } from "./enter.ts";
import type { OpenPocket } from "./openPocket.ts";

const board = newBoardId();
const ballot: PocketBallot = { id: newBallotId(), method: "dots", question: "", options: [], settings: {} };
const view: PocketView = {
  title: "",
  language: "en",
  me: { person: newPersonId(), name: "Bo", role: "participant", isHandUp: false, isReady: null },
  step: null,
  write: { kinds: [] },
  waiting: null,
  ideas: [],
  mayReact: false,
  cards: [],
  ballots: [ballot],
  results: [],
  reactions: {},
};
const problem = (code: ErrorCode, status: number): Response =>
  Response.json({ type: "about:blank", title: "no", status, code }, { status });

const opened: SessionOpened = {
  person: view.me.person,
  role: "participant",
  name: "Bo",
  colour: 1,
  expiresAt: 1,
};
const letIn = (): Response =>
  Response.json({ standing: "in", title: "", language: "en", name: "Bo", role: "participant" } satisfies AtTheDoor);

type Answers = Readonly<Record<string, (method: string) => Response | Promise<Response>>>;
/** A phone's page, and what is asked of the server from it: `answers` by the end of the address. */
function phone(answers: Answers) {
  vi.useFakeTimers();
  const page = Object.assign(new EventTarget(), { baseURI: "https://palabre.example/", visibilityState: "visible" });
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  const all: Answers = {
    pocket: () => Response.json(view),
    events: () => new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (line = controller) })),
    ...answers,
  };
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("fetch", async ({ pathname }: URL, { method = "GET" }: RequestInit = {}) =>
    all[pathname.split("/").at(-1)!]!(method),
  );
  let pocket: OpenPocket | undefined;
  onTestFinished(() => {
    pocket?.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const go = (address: URL | string): void => void vi.stubGlobal("location", new URL(address, page.baseURI));
  const history = {
    state: null,
    replaceState: vi.fn<(state: unknown, title: string, address: URL | string) => void>((_, __, address) =>
      go(address),
    ),
  };
  vi.stubGlobal("history", history);
  go(`p/${board}`);
  const waits = vi.fn<(sentOff?: AppError) => void>();
  return {
    page,
    waits,
    history,
    go,
    enter: async (withinMs = 10_000): Promise<OpenPocket> => {
      const entered = enterPocket(new AbortController().signal, waits);
      [pocket] = await Promise.all([entered, vi.advanceTimersByTimeAsync(withinMs)]);
      return pocket;
    },
    live: async (): Promise<void> => {
      line?.enqueue(new TextEncoder().encode('event: beat\ndata: {"at":1}\n\n'));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it("[K22] who waits at the door stays there while the server can't answer, and comes in once it is open", async () => {
  const door: Response[] = [problem("store-failed", 503), problem("internal", 500), letIn()];
  const { enter, waits } = phone({
    pocket: () => (door.length === 0 ? Response.json(view) : problem("waiting", 403)),
    waiting: () => door.shift()!,
  });
  const pocket = await enter();
  expect(pocket.state().view).toEqual(view);
  expect(waits).toHaveBeenCalledTimes(3);
});

it.each([
  ["opens the board", ""],
  ["comes by its link", "#secret"],
])("[K35] who was refused and %s is told so, and comes in as soon as they are let in after all", async (_, hash) => {
  let isIn = false;
  const { enter, go, waits } = phone({
    pocket: () => (isIn ? Response.json(view) : problem("refused", 403)),
    sessions: () => (isIn ? Response.json(opened) : problem("refused", 403)),
    // held back until a facilitator changes their mind
    waiting: () => new Promise((resolve) => setTimeout(() => ((isIn = true), resolve(letIn())), 5_000)),
  });
  go(`p/${board}${hash}`);
  const pocket = await enter();
  expect(pocket.state().view).toEqual(view);
  expect(waits.mock.calls.map(([fault]) => fault?.code)).toEqual(["refused"]);
});

it("[K35] who was refused by a code, which names no board yet, asks again from time to time", async () => {
  const replies = [problem("refused", 403), Response.json({ ...opened, board })];
  const { enter, go, waits, history } = phone({ join: () => replies.shift()! });
  go("p#BCDFGH");
  const pocket = await enter(20_000);
  expect(pocket.state().view).toEqual(view);
  expect(waits.mock.calls.map(([fault]) => fault?.code)).toEqual(["refused"]);
  expect(history.replaceState).toHaveBeenCalledTimes(1);
});

it("[K47] who came in by a code and lost the network at the door comes in once it is back, although the code is over", async () => {
  const joins = [Response.json({ ...opened, board })];
  const join = vi.fn(() => joins.shift() ?? problem("slide-closed", 403));
  const views = [problem("store-failed", 503)];
  const { enter, go } = phone({ join, pocket: () => views.shift() ?? Response.json(view) });
  go("p#BCDFGH");
  await expect(enter()).rejects.toMatchObject({ code: "store-failed" });
  const pocket = await enter();
  expect(pocket.state().view).toEqual(view);
  expect(join).toHaveBeenCalledTimes(1);
});

it("[K16] who is removed while they wait at the door is told so, and comes in once they are let back", async () => {
  const replies = [problem("waiting", 403), problem("removed", 403), Response.json(view)];
  const { enter, waits } = phone({ pocket: () => replies.shift()!, waiting: () => problem("removed", 403) });
  const pocket = await enter(40_000);
  expect(pocket.state().view).toEqual(view);
  expect(waits.mock.calls.map(([fault]) => fault?.code)).toEqual([undefined, "removed"]);
});

const paperOf = (dots: number): Paper => ({ method: "dots", dots: { [newCardId()]: dots } });
const own = (at: number): OwnPaper => ({ paper: paperOf(at), receipt: `R${at}`, at });

it("[K23] until the server has said whether it has a paper of theirs, none is taken for granted; it is asked again", async () => {
  const replies = [() => problem("store-failed", 503), () => problem("internal", 500)];
  const mine = own(1);
  const { enter, live } = phone({ paper: () => replies.shift()?.() ?? Response.json(mine) });
  const pocket = await enter();
  await pocket.askPaper(ballot.id);
  expect(pocket.state().papers).toEqual({});
  await live();
  expect(pocket.state().papers).toEqual({});
  await vi.advanceTimersByTimeAsync(5_000);
  expect(pocket.state().papers).toEqual({ [ballot.id]: mine });
});

it("[K23] a paper that was changed on another page is known when the phone wakes, and when its result is shown", async () => {
  let kept = own(1);
  const { enter, page } = phone({ paper: () => Response.json(kept) });
  const pocket = await enter();
  await pocket.askPaper(ballot.id);
  kept = own(2);
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(pocket.state().papers).toEqual({ [ballot.id]: kept });
  kept = own(3);
  const asked = pocket.askPaperAgain(ballot.id);
  expect(pocket.state().unsure).toEqual([ballot.id]);
  await asked;
  expect(pocket.state()).toMatchObject({ papers: { [ballot.id]: kept }, unsure: [] });
});

it.each([
  ["none", () => problem("unknown-paper", 404)],
  ["an older one", () => Response.json(own(1))],
])("[K23] an answer that says %s is not believed over what was handed in meanwhile", async (_, late) => {
  let answer: (late: Response) => void = () => {};
  const { enter } = phone({
    paper: (method) =>
      method === "PUT" ? Response.json({ receipt: "R2", at: 2 }) : new Promise((resolve) => (answer = resolve)),
  });
  const pocket = await enter();
  const asked = pocket.askPaper(ballot.id);
  const paper = paperOf(2);
  await pocket.vote(ballot.id, paper);
  await vi.advanceTimersByTimeAsync(0);
  answer(late());
  await asked;
  expect(pocket.state()).toMatchObject({ papers: { [ballot.id]: { paper, receipt: "R2", at: 2 } }, waiting: [] });
});
