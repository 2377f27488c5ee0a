import type { BoardStore, StoredName } from "@palabre/server/stores";
import type { BoardId } from "@palabre/shared/terms";

/** A real store between which and its callers the test stands. */
export interface HeldStore {
  /** to be handed to the server */
  readonly wrap: (store: BoardStore) => BoardStore;
  /** how often each was called */
  readonly calls: Readonly<Record<"append" | "load" | "checkpoint" | "check", number>>;
  /** the documents of which a checkpoint was begun, in order */
  readonly checkpoints: readonly StoredName[];
  /** From here on these calls wait until the returned function is called. */
  hold(...calls: readonly ("append" | "load" | "checkpoint")[]): () => void;
  /** Boards for which appending fails from here on. */
  fail(...boards: readonly BoardId[]): void;
}

export function holdStore(): HeldStore {
  const gates = { append: Promise.resolve(), load: Promise.resolve(), checkpoint: Promise.resolve() };
  const calls = { append: 0, load: 0, checkpoint: 0, check: 0 };
  const checkpoints: StoredName[] = [];
  let failing: readonly BoardId[] = [];
  return {
    calls,
    checkpoints,
    hold: (...held) => {
      let resolve = () => {};
      const promise = new Promise<void>((done) => (resolve = done));
      for (const name of held) gates[name] = promise;
      return () => resolve();
    },
    fail: (...boards) => (failing = boards),
    wrap: (store) =>
      replacing(store, {
        append: async (batch) => {
          calls.append += 1;
          await gates.append;
          if (batch.some(({ board }) => failing.includes(board))) throw new Error("no space left on device");
          return store.append(batch);
        },
        load: async (...given) => {
          calls.load += 1;
          await gates.load;
          return store.load(...given);
        },
        checkpoint: async (...given) => {
          calls.checkpoint += 1;
          checkpoints.push(given[1]);
          await gates.checkpoint;
          return store.checkpoint(...given);
        },
        check: async () => {
          calls.check += 1;
          return store.check();
        },
      }),
  };
}

/** The same store with some of its calls replaced. */
function replacing(store: BoardStore, calls: Partial<BoardStore>): BoardStore {
  return new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(calls, name) ?? Reflect.get(target, name);
      return typeof method === "function" ? method.bind(target) : method;
    },
  });
}
