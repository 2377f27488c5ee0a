import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { Kind } from "./kinds.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

type Answering = (map: SignedMap, params: never) => unknown;

export interface AnsweringParts {
  readonly kinds: Readonly<Record<Kind, Answering>>;
  readonly post: (message: FromWorker) => void;
  /** calls back after what has come in meanwhile was heard */
  readonly later: (act: () => void) => void;
}

/** The worker's side: it answers what is asked, turn by turn, and leaves out what is dropped before its turn comes. */
export function createAnswering({ kinds, post, later }: AnsweringParts): (message: ToWorker) => void {
  interface Run {
    readonly id: number;
    readonly begin: () => unknown;
    steps: Generator<unknown, unknown, void> | undefined;
  }
  let map: SignedMap = { cards: [], links: [] };
  const runs: Run[] = [];
  let isDue = false;

  const step = (): void => {
    isDue = false;
    const run = runs.shift();
    if (!run) return;
    try {
      const isDone = advance(run);
      if (!isDone) runs.push(run);
    } catch (error) {
      post({ type: "failed", id: run.id, message: error instanceof Error ? error.message : "no error was given" });
    }
    goOn();
  };
  const advance = (run: Run): boolean => {
    if (!run.steps) {
      const answer = run.begin();
      if (!isGenerator(answer)) {
        post({ type: "answer", id: run.id, answer, isWhole: true });
        return true;
      }
      run.steps = answer;
    }
    const { value, done = false } = run.steps.next();
    post({ type: "answer", id: run.id, answer: value, isWhole: done });
    return done;
  };
  const goOn = (): void => {
    if (isDue || runs.length === 0) return;
    isDue = true;
    later(step);
  };

  return (message) => {
    switch (message.type) {
      case "map":
        map = message.map;
        return;
      case "ask": {
        const asked = map;
        const { kind, params } = message;
        // the page typed them together; nobody else speaks to this worker
        runs.push({ id: message.id, begin: () => kinds[kind](asked, params as never), steps: undefined });
        return goOn();
      }
      case "drop": {
        const at = runs.findIndex(({ id }) => id === message.id);
        if (at >= 0) runs.splice(at, 1);
      }
    }
  };
}

const isGenerator = (value: unknown): value is Generator<unknown, unknown, void> =>
  typeof value === "object" && value !== null && "next" in value && Symbol.iterator in value;
