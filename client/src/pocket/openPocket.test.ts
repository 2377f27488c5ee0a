import { AppError } from "@palabre/shared/errors";
import type { OwnPaper, PocketView, SendIdea, Silence } from "@palabre/shared/protocol";
import {
  newBallotId,
  newBoardId,
  newCardId,
  newPersonId,
  newPhaseId,
  type BoardId,
  type Paper,
} from "@palabre/shared/terms";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ballotsApi, type PocketApi } from "../api/index.ts";
import { openPocket, type OpenPocket } from "./openPocket.ts";
import { ownIdeas, ownReaction } from "./taken.ts";
import type { Waiting } from "./waiting.ts";
import { keepInMemory } from "./waitingStore.ts";

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
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A phone in a step of which this is the silence, and what it sends. */
async function phone(draft: Silence | undefined, board = newBoardId(), store = keepInMemory()) {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", page);
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  const sent: SendIdea[] = [];
  const reacted = vi.fn<PocketApi["react"]>();
  let refusal: AppError | undefined;
  let isDead = false;
  let isKnown = false;
  let acts = 0;
  let line: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** On a dead network nobody answers, and nobody says so. */
  const reach = (signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!isDead) return resolve();
      signal?.addEventListener("abort", () => reject(new AppError("unreachable", "hung up")));
    });
  const act = async (signal?: AbortSignal): Promise<void> => {
    await reach(signal);
    if (refusal) throw refusal;
    acts += 1;
  };
  const api: PocketApi = {
    openSession: () => Promise.reject(new Error("who is in asks for no session")),
    join: () => Promise.reject(new Error("who is in joins nothing")),
    view: async () => viewWith(draft),
    events: async () => new ReadableStream<Uint8Array>({ start: (controller) => void (line = controller) }),
    sendIdea: async (_, idea, signal) => {
      await reach(signal);
      sent.push(idea);
      return { isKnown, isDraft: false };
    },
    react: async (...reaction) => reacted(...reaction),
    raiseHand: (_, __, ___, signal) => act(signal),
    beReady: (_, __, signal) => act(signal),
    rename: (_, __, signal) => act(signal),
  };
  pocket = await openPocket(api, board, Promise.resolve(store));
  return {
    pocket,
    sent,
    reacted,
    refuse: (fault: AppError | undefined) => void (refusal = fault),
    /** The line says so. */
    tell: async (change: Partial<PocketView>): Promise<void> => {
      const before = pocket?.state().view;
      line?.enqueue(new TextEncoder().encode(`event: view\ndata: ${JSON.stringify(change)}\n\n`));
      // each telling makes another view, also one that says what was known
      await vi.waitFor(() => expect(pocket?.state().view).not.toBe(before));
    },
    reach,
    acted: () => acts,
    know: () => void (isKnown = true),
    die: (dies: boolean) => void (isDead = dies),
    wake: () => page.dispatchEvent(new Event("visibilitychange")),
    live: () => line?.enqueue(new TextEncoder().encode('event: beat\ndata: {"at":1}\n\n')),
    lose: () => line?.error(new AppError("unreachable", "hung up")),
  };
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

  it("[K49] shows an idea that has arrived, once, before the line tells of it and after", async () => {
    const { pocket: open, sent, tell, live } = await phone(undefined);
    const list = () => ownIdeas(open.state()).arrived.map(({ id, text }) => [id, text]);
    live();
    await vi.waitFor(() => expect(open.state().isLive).toBe(true));
    await open.write("mine", "note", undefined);
    await vi.waitFor(() => expect([sent, open.state().waiting]).toMatchObject([{ length: 1 }, []]));
    const { key: id, kind, text } = sent[0]!;
    expect(list()).toEqual([[id, "mine"]]);
    await tell({ title: "something else" });
    expect(list()).toEqual([[id, "mine"]]);
    // of before it came
    await tell({ ideas: [] });
    expect(list()).toEqual([[id, "mine"]]);
    await tell({ ideas: [{ id, kind, text }] });
    expect(list()).toEqual([[id, "mine"]]);
    await tell({ ideas: [] });
    expect(list()).toEqual([]);
  });

  it("[K49] shows an idea that had come before its reply was lost until the line tells that it is gone", async () => {
    const { pocket: open, sent, know, tell } = await phone(undefined);
    know();
    await open.write("mine", "note", undefined);
    await vi.waitFor(() => expect([sent, open.state().waiting]).toMatchObject([{ length: 1 }, []]));
    expect(ownIdeas(open.state()).arrived).toMatchObject([{ text: "mine" }]);
    await tell({ ideas: [] });
    expect(ownIdeas(open.state()).arrived).toEqual([]);
  });

  it("[K49] shows no idea that was told before the answer came, once the line tells that it is gone", async () => {
    const { pocket: open, sent, tell, die } = await phone(undefined);
    die(true);
    await open.write("mine", "note", undefined);
    const [waiting] = open.state().waiting;
    if (waiting?.type !== "idea") throw new Error("an idea");
    const { key: id, kind, text } = waiting.idea;
    await tell({ ideas: [{ id, kind, text }] });
    die(false);
    window.dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect([sent, open.state().waiting]).toMatchObject([{ length: 1 }, []]));
    await tell({ ideas: [] });
    expect(ownIdeas(open.state()).arrived).toEqual([]);
  });

  it("[K49] shows a reaction as it was pressed until the line tells of reactions", async () => {
    const { pocket: open, reacted, tell, live } = await phone(undefined);
    live();
    await vi.waitFor(() => expect(open.state().isLive).toBe(true));
    const card = newCardId();
    for (const reaction of ["👍", null, "💡"]) {
      await open.react(card, reaction);
      await vi.waitFor(() =>
        expect(reacted).toHaveBeenLastCalledWith(open.board, card, reaction, expect.any(AbortSignal)),
      );
      await vi.waitFor(() => expect(open.state().waiting).toEqual([]));
      expect(ownReaction(open.state(), card)).toBe(reaction);
    }
    // of before it came
    await tell({ reactions: { [card]: "👍" } });
    expect(ownReaction(open.state(), card)).toBe("💡");
    await tell({ reactions: { [card]: "❓" } });
    expect(ownReaction(open.state(), card)).toBe("❓");
  });

  it.each<[string, Partial<PocketView>]>([
    ["step", { step: { phase: newPhaseId(), n: 2, of: 2, title: {}, instruction: {} } }],
    ["round", { write: { kinds: ["note"], draft: { ...unsigned, round: 1 } } }],
  ])("[K49] shows of what was not told of nothing more in another %s", async (_, change) => {
    const { pocket: open, sent, tell } = await phone(unsigned);
    await open.write("mine", "note", unsigned);
    await vi.waitFor(() => expect([sent, open.state().waiting]).toMatchObject([{ length: 1 }, []]));
    expect(ownIdeas(open.state()).arrived).toHaveLength(1);
    await tell(change);
    expect(ownIdeas(open.state())).toEqual({ arrived: [], unsent: [] });
  });

  describe("whose network takes what is sent and answers nothing", () => {
    const paper: Paper = { method: "ranked", tiers: [] };
    /** Two ideas of which the first is under way for as long as nobody gives it up. */
    const stuck = async () => {
      vi.useFakeTimers();
      const on = await phone(undefined);
      on.live();
      await vi.advanceTimersByTimeAsync(0);
      on.die(true);
      await on.pocket.write("first", "note", undefined);
      await on.pocket.write("then", "note", undefined);
      await vi.advanceTimersByTimeAsync(1_000);
      on.die(false);
      expect(on.sent).toEqual([]);
      const texts = () => on.sent.map(({ text }) => text);
      return { ...on, texts };
    };

    it("[K45] gives up what gets no answer and sends it again, and what waited behind it: both arrive once", async () => {
      const { texts, pocket: open } = await stuck();
      await vi.advanceTimersByTimeAsync(20_000);
      expect([texts(), open.state().waiting]).toEqual([["first", "then"], []]);
    });

    it("[K45] sends it again at once when the phone wakes up", async () => {
      const { texts, wake } = await stuck();
      wake();
      await vi.advanceTimersByTimeAsync(0);
      expect(texts()).toEqual(["first", "then"]);
    });

    it("[K45] sends it again at once when the line is dead", async () => {
      const { texts, lose } = await stuck();
      lose();
      await vi.advanceTimersByTimeAsync(0);
      expect(texts()).toEqual(["first", "then"]);
    });

    it("[K45] never makes anew what is about that moment: a hand is said not to be raised", async () => {
      vi.useFakeTimers();
      const { pocket: open, acted, wake, die } = await phone(undefined);
      die(true);
      const hand = open.raiseHand(true);
      await vi.advanceTimersByTimeAsync(1_000);
      die(false);
      wake();
      await vi.advanceTimersByTimeAsync(0);
      expect([await hand, open.state().notDone?.code, acted()]).toEqual([false, "unreachable", 0]);
    });

    it("[K45] asks again for a paper, and says of a hand that nobody answered", async () => {
      vi.useFakeTimers();
      const { pocket: open, reach, die } = await phone(undefined);
      const ballot = newBallotId();
      vi.spyOn(ballotsApi, "paper").mockImplementation(async (_, __, signal) => {
        await reach(signal);
        return { paper, receipt: "abc", at: 1 };
      });
      die(true);
      void open.askPaper(ballot);
      const hand = open.raiseHand(true);
      await vi.advanceTimersByTimeAsync(1_000);
      die(false);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(open.state().papers[ballot]?.receipt).toBe("abc");
      expect([await hand, open.state().notDone?.code]).toEqual([false, "unreachable"]);
    });
  });

  describe("whose ballot closed before it knew that its paper was taken", () => {
    const [ballot, a, b] = [newBallotId(), newCardId(), newCardId()];
    const paper: Paper = { method: "dots", dots: { [a]: 1, [b]: 2 } };
    const own = (counts: Paper): OwnPaper => ({ paper: counts, receipt: "abc", at: 1 });
    /** @param answers to the question which paper counts, one after the other; the last stays */
    const closing = async (...answers: readonly (OwnPaper | AppError | undefined)[]) => {
      vi.useFakeTimers();
      vi.spyOn(ballotsApi, "handIn")
        .mockRejectedValueOnce(new AppError("unreachable", "its reply is lost"))
        .mockRejectedValue(new AppError("closed", "it is closed"));
      let asked = 0;
      vi.spyOn(ballotsApi, "paper").mockImplementation(async () => {
        const answer = answers[Math.min(asked++, answers.length - 1)];
        if (answer instanceof AppError) throw answer;
        return answer;
      });
      const { pocket: open } = await phone(undefined);
      await open.vote(ballot, paper);
      await vi.advanceTimersByTimeAsync(20_000);
      const { waiting, papers } = open.state();
      return [waiting.map(({ state }) => state), papers[ballot]?.receipt];
    };

    it("[K46] a paper that counts was not too late, in whatever order its answers come back", async () => {
      expect(await closing(own({ method: "dots", dots: { [b]: 2, [a]: 1 } }))).toEqual([[], "abc"]);
    });

    it("[K46] which paper counts is asked again where that can't be told now", async () => {
      expect(await closing(new AppError("unreachable", "lost"), own(paper))).toEqual([[], "abc"]);
    });

    it("[K46] a paper is too late where none counts", async () => {
      expect(await closing(undefined)).toEqual([["late"], undefined]);
    });

    it("[K46] a change is too late where the paper of before counts, which is known then", async () => {
      expect(await closing(own({ method: "dots", dots: { [a]: 3 } }))).toEqual([["late"], "abc"]);
    });

    it("[K46] a paper is too late where nobody will ever tell", async () => {
      expect(await closing(new AppError("forbidden", "no"))).toEqual([["late"], undefined]);
    });
  });

  describe("that an earlier person of the board left things on", () => {
    const earlier = newPersonId();
    const kept = (board: BoardId, at: number) => ({ board, person: earlier, at, state: "waiting" }) as const;
    const left = (board: BoardId, text: string, draft?: Silence): Waiting => {
      const key = newCardId();
      const promise = draft ? { draft: { phase: draft.phase, round: draft.round } } : {};
      return { ...kept(board, 1), type: "idea", id: key, idea: { key, kind: "note", text, ...promise } };
    };

    it("[K40] sends what was to be said openly, and lets the present one decide of what was promised to silence", async () => {
      const board = newBoardId();
      const ofAnother = left(newBoardId(), "of another board");
      const refused: Waiting = { ...left(board, "not taken"), state: "refused" };
      const store = keepInMemory(left(board, "openly"), left(board, "in silence", unsigned), refused, ofAnother);
      const { pocket: open, sent } = await phone(unsigned, board, store);
      await vi.waitFor(() => expect(sent.map(({ text }) => text)).toEqual(["openly"]));
      const { waiting, view } = open.state();
      const rest = waiting.map((each) => each.type === "idea" && [each.idea.text, each.state, each.person]);
      expect(rest).toEqual([
        ["in silence", "late", view.me.person],
        ["not taken", "refused", view.me.person],
      ]);
      expect(await store.all()).toContainEqual(ofAnother);
    });

    it("[K40] gives nobody's vote and nobody's reaction in the name of another", async () => {
      const [board, ballot, card] = [newBoardId(), newBallotId(), newCardId()];
      const paper: Waiting = {
        ...kept(board, 1),
        type: "paper",
        id: `paper/${ballot}`,
        ballot,
        paper: { method: "ranked", tiers: [] },
      };
      const reaction: Waiting = { ...kept(board, 2), type: "reaction", id: `reaction/${card}`, card, reaction: "yes" };
      const handIn = vi.spyOn(ballotsApi, "handIn");
      const store = keepInMemory(paper, reaction, left(board, "openly"));
      const { pocket: open, sent, reacted } = await phone(undefined, board, store);
      await vi.waitFor(() => expect(sent).toHaveLength(1));
      await vi.waitFor(() => expect(open.state().waiting).toEqual([]));
      expect([handIn.mock.calls, reacted.mock.calls]).toEqual([[], []]);
      expect(await store.all()).toEqual([paper, reaction]);
    });
  });
});
