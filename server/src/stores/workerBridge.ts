/**
 * A bridge to a store that lives in a worker thread: SQLite blocks while the disk is written, and the thread that serves
 * people must not. A call is a message with the method's name and arguments, its answer a message with the result or the
 * error. Messages keep their order, so calls take effect in the order in which they were made.
 *
 *     const remote = await openRemote<SqliteBoards>(entry, file);      // this thread
 *     serveStore((file) => new SqliteBoards(file));                    // the worker's entry
 */
import { parentPort, Worker, workerData, type TransferListItem } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "@palabre/shared/errors";
import { z } from "zod";
import { unopened } from "./sqliteFile.ts";

/** What of a blocking store can be called over the bridge; closing is the bridge's own. */
export type MethodOf<Store> = Exclude<
  { [Name in keyof Store]: Store[Name] extends (...args: never) => unknown ? Name : never }[keyof Store],
  "close"
> &
  string;
type Arguments<Store, Method extends keyof Store> = Store[Method] extends (...args: infer Args) => unknown
  ? Args
  : never;
type Result<Store, Method extends keyof Store> = Store[Method] extends (...args: never) => infer Value ? Value : never;

interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}
/** The first answer has the id 0: whether the store could be opened. */
type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: SentError };
interface SentError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
  readonly cause: SentCause | undefined;
}
/** Of a fault of the system its code and what it says; of another, only its kind. */
interface SentCause {
  readonly name: string;
  readonly code: string | undefined;
  readonly message: string;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/** The near side of the bridge. */
export class Remote<Store> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #gone: Promise<void>;
  readonly #opened: Promise<unknown>;
  #lastId = 0;
  #failure: AppError | undefined;
  #closing: Promise<void> | undefined;

  constructor(entry: URL, file: string) {
    // no flags of this process: a test runner's would make the worker look for sources it can't run
    this.#worker = new Worker(entry, { workerData: file, execArgv: [] });
    this.#opened = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve, reject });
    });
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
    this.#worker.on("messageerror", (cause) => {
      this.#fail(brokenError(cause));
      void this.#worker.terminate(); // its end is told by "exit"
    });
    this.#worker.on("error", (cause) => this.#fail(brokenError(cause)));
    this.#gone = new Promise((resolve) => {
      this.#worker.once("exit", () => {
        this.#fail(closedError());
        resolve();
      });
    });
  }

  /** Resolves when the store in the thread is open; rejects with the reason why it isn't, the thread gone. */
  async opened(): Promise<void> {
    try {
      await this.#opened;
    } catch (error) {
      await this.#gone;
      throw error;
    }
  }

  /** @param transfer buffers that the thread takes over: they must be nobody else's */
  call<Method extends MethodOf<Store>>(
    method: Method,
    args: Arguments<Store, Method>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<Store, Method>> {
    if (this.#closing) return Promise.reject(closedError());
    // the other end runs this very method and gives what its type says
    return this.#send(method, args, transfer) as Promise<Result<Store, Method>>;
  }

  /** Waits for the calls made before; may be called twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (!this.#failure) await this.#send("close", [], []);
    await this.#gone;
  }

  #send(method: string, args: readonly unknown[], transfer: readonly ArrayBuffer[]): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#lastId += 1;
    const request: Request = { id: this.#lastId, method, args };
    return new Promise((resolve, reject) => {
      this.#worker.postMessage(request, transfer);
      this.#waiting.set(request.id, { resolve, reject });
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(fromSent(answer.error));
  }

  /** Nobody may wait for a thread that will not answer any more. */
  #fail(failure: AppError): void {
    this.#failure ??= failure;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#failure);
    this.#waiting.clear();
  }
}

/** A worker runs what was built: beside this file, or for sources (as tests run them) where the build puts it. */
export const workerEntry = (name: string): URL =>
  new URL(import.meta.url.endsWith(".ts") ? `../../dist/stores/${name}.js` : `./${name}.js`, import.meta.url);

/** Starts a worker on `entry` and waits until the store in it is open. */
export async function openRemote<Store>(entry: URL, file: string): Promise<Remote<Store>> {
  const remote = new Remote<Store>(entry, file);
  await remote.opened();
  return remote;
}

/**
 * The far side: opens the store of this worker thread and answers calls until it is closed.
 * @param transfer by method, the buffers of a result that go over whole instead of being copied
 */
export function serveStore<Store extends { close(): void }>(
  open: (file: string) => Store,
  transfer: { readonly [Method in MethodOf<Store>]?: (result: Result<Store, Method>) => TransferListItem[] } = {},
): void {
  const port = parentPort;
  if (!port || typeof workerData !== "string") {
    throw new AppError("internal", "serveStore runs in a worker thread that was given a file's name");
  }
  const answer = (message: Answer, buffers: TransferListItem[] = []): void => port.postMessage(message, buffers);
  // a caller's types hold on both sides of the bridge; here names and arguments are what arrives
  const buffersOf = transfer as Readonly<Record<string, ((result: unknown) => TransferListItem[]) | undefined>>;
  let store: Store;
  try {
    store = open(workerData);
  } catch (error) {
    // what can be read and not written fails only once something is
    answer({
      id: 0,
      ok: false,
      error: toSent("open", error instanceof AppError ? error : unopened(workerData, error)),
    });
    return;
  }
  const methods = store as unknown as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  port.on("message", ({ id, method, args }: Request) => {
    try {
      const value = methods[method]?.(...args);
      answer({ id, ok: true, value }, buffersOf[method]?.(value));
    } catch (error) {
      answer({ id, ok: false, error: toSent(method, error) });
    }
    if (method === "close") port.close();
  });
  answer({ id: 0, ok: true, value: undefined });
}

/** Copies in one buffer that may be transferred: the caller's bytes stay the caller's. */
export function packBytes(chunks: readonly Uint8Array[]): {
  readonly views: readonly Uint8Array[];
  readonly buffer: ArrayBuffer;
} {
  const buffer = new ArrayBuffer(chunks.reduce((length, chunk) => length + chunk.byteLength, 0));
  let offset = 0;
  const views = chunks.map((chunk) => {
    const view = new Uint8Array(buffer, offset, chunk.byteLength);
    view.set(chunk);
    offset += chunk.byteLength;
    return view;
  });
  return { views, buffer };
}

function toSent(method: string, error: unknown): SentError {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, details: error.details, cause: causeOf(error.cause) };
  const message = `The store failed to "${method}"; see the cause`;
  return { code: "store-failed", message, details: {}, cause: causeOf(error) };
}
/** SQLite's message may quote a search or a value: what it says of the kind of fault does not. */
function causeOf(error: unknown): SentCause | undefined {
  if (!(error instanceof Error)) return undefined;
  const { name } = error;
  const fault = sqliteFault.safeParse(error);
  if (fault.success) return { name, code: fault.data.sqliteCodeName, message: fault.data.errstr };
  const system = systemFault.safeParse(error);
  return { name, code: system.data?.code, message: system.success ? error.message : "" };
}
const sqliteFault = z.object({ sqliteCodeName: z.string(), errstr: z.string() });
const systemFault = z.object({ code: z.string(), syscall: z.string() });
const fromSent = ({ code, message, details, cause }: SentError): AppError =>
  new AppError(code, message, { details, ...(cause === undefined ? {} : { cause: toError(cause) }) });
const toError = ({ name, code, message }: SentCause): Error =>
  Object.assign(new Error(message), { name }, code === undefined ? {} : { code });

const closedError = (): AppError => new AppError("store-failed", "The store is closed: open it again");
const brokenError = (cause: unknown): AppError =>
  new AppError("store-failed", "The store's thread failed: restart the server; see the cause", { cause });
