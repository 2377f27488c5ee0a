import { AppError } from "@palabre/shared/errors";
import { lookup as systemLookup, type LookupAddress, type LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, request, type Dispatcher } from "undici";
import { askedPause } from "./pause.ts";
import { checkAddress, isAllowed, isPublicAddress, privateAddress, WEB_PORTS } from "./addresses.ts";

/**
 * Fetching an address that somebody typed, without lending them the server's place in its network.
 *
 * Four doors, since each alone can be walked around: the address as written, on every hop (a literal address asks no
 * resolver); the resolver's answers, checked in the connection's own look-up, so that the address checked is the address
 * used; redirects followed by hand through the same doors; and an end to everything: time over all hops, bytes counted after
 * inflation, hops. No cookies or referrer are ever sent; credentials only where they are handed in, and to no other origin than the
 * one that was asked. Faults say what happened, never what was found there: neither the body nor the resolved address.
 */
export type GuardedFetch = (url: string, options?: GuardedFetchOptions) => Promise<Fetched>;

export interface GuardedFetchOptions {
  readonly accept?: string | undefined;
  /** as the same address gave them before: an unchanged page then answers 304 without a body */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** ends the fetch early, as `unreachable` */
  readonly signal?: AbortSignal | undefined;
  /** for the origin of `url` alone: a redirect to another one gets none of them */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** sent by POST as JSON; redirects are not followed then */
  readonly json?: unknown;
  /** statuses that are an answer too, besides 200 to 299 and 304 */
  readonly answers?: readonly number[] | undefined;
}

/** An answer with status 200 to 299, 304 with an empty body, or a status that was said to be one. */
export interface Fetched {
  readonly status: number;
  /** where the last redirect led */
  readonly url: string;
  readonly body: Uint8Array;
  header(name: string): string | undefined;
}

/** Resolves a name to all its addresses, as `dns.lookup` does with `all`. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What the operator opens, and what tests replace, of every way out. */
export interface GuardOptions {
  /** `host:port` that may be reached although private, or on a port that is not the web's */
  readonly allow: readonly string[];
  readonly resolve?: Resolve;
  readonly ports?: readonly number[];
}

/** How much one look at a page may cost. */
const LIMITS = { timeoutMs: 10_000, maxBytes: 2 * 1024 * 1024, redirects: 3 } as const;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const INFLATERS = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);
/** Programs say who they are, so that a host can ask them to leave. */
export const USER_AGENT = "Palabre (feed reader)";

/**
 * @throws (when called) AppError `bad-address`, `private-address`, `unreachable`, `source-status` (with `status`),
 *   `source-timeout`, `source-too-large`, `source-redirects`
 */
export function createGuardedFetch(options: GuardOptions & { timeoutMs?: number; maxBytes?: number }): GuardedFetch {
  const { resolve = systemLookup as Resolve, ports = WEB_PORTS } = options;
  const { timeoutMs = LIMITS.timeoutMs, maxBytes = LIMITS.maxBytes } = options;
  const allow = options.allow.map((entry) => entry.trim().toLowerCase());
  const lookup = checkedLookup(resolve);

  return async (written, asked = {}) => {
    const end = new AbortController();
    let isTimeout = false;
    const timer = setTimeout(() => {
      isTimeout = true;
      end.abort();
    }, timeoutMs);
    const leave = (): void => end.abort();
    asked.signal?.addEventListener("abort", leave);
    if (asked.signal?.aborted === true) leave();
    try {
      let url = checkAddress(written, { allow, ports });
      const { origin } = url;
      for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
        // one agent a hop: no connection outlives the check that it was opened under
        const agent = new Agent({
          connect: { timeout: timeoutMs, ...(isAllowed(url, allow) ? {} : { lookup }) },
          maxHeaderSize: 16_384,
        });
        try {
          const reply = await request(url, {
            dispatcher: agent,
            headers: { ...requestHeaders(asked), ...(url.origin === origin ? asked.headers : {}) },
            signal: end.signal,
            ...(asked.json === undefined ? {} : { method: "POST", body: JSON.stringify(asked.json) }),
          });
          const location = REDIRECTS.has(reply.statusCode) ? headerOf(reply.headers, "location") : undefined;
          if (location === undefined) return await readReply(reply, url, maxBytes, asked.answers);
          url = checkAddress(location, { allow, ports, base: url.href });
          // what is sent was meant for the address that was asked
          if (asked.json !== undefined) break;
        } finally {
          // the answer was read, or is not wanted
          await agent.destroy().catch(() => undefined);
        }
      }
      throw new AppError("source-redirects", `The address led on more than ${LIMITS.redirects} times`, {
        details: { redirects: LIMITS.redirects },
      });
    } catch (error) {
      throw toAppError(error, isTimeout, timeoutMs);
    } finally {
      clearTimeout(timer);
      asked.signal?.removeEventListener("abort", leave);
    }
  };
}

/** A look-up that answers only when every address of a name is public: one that is not may be the one that is used. */
export function checkedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) return callback(error ?? unreachable("ENOTFOUND"), []);
      if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(privateAddress(), []);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function requestHeaders(asked: GuardedFetchOptions): Record<string, string> {
  const headers: Record<string, string> = {
    accept: asked.accept ?? "*/*",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": USER_AGENT,
  };
  if (asked.json !== undefined) headers["content-type"] = "application/json";
  if (isHeaderValue(asked.etag)) headers["if-none-match"] = asked.etag;
  if (isHeaderValue(asked.lastModified)) headers["if-modified-since"] = asked.lastModified;
  return headers;
}
const isHeaderValue = (value: string | undefined): value is string =>
  value !== undefined && /^[\x20-\x7E]{1,500}$/.test(value);

const headerOf = (headers: Dispatcher.ResponseData["headers"], name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

async function readReply(
  reply: Dispatcher.ResponseData,
  url: URL,
  maxBytes: number,
  answers: readonly number[] = [],
): Promise<Fetched> {
  const header = (name: string): string | undefined => headerOf(reply.headers, name.toLowerCase());
  if (reply.statusCode === 304) return { status: 304, url: url.href, body: new Uint8Array(), header };
  const isAnswer = (reply.statusCode >= 200 && reply.statusCode <= 299) || answers.includes(reply.statusCode);
  if (!isAnswer) throw badStatus(reply.statusCode, askedPause(header, Date.now()));
  if (Number(header("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const codings = (header("content-encoding") ?? "").toLowerCase().split(",");
  const body = await readBody(
    reply.body,
    codings.map((coding) => coding.trim()),
    maxBytes,
  );
  return { status: reply.statusCode, url: url.href, body, header };
}

/** Reads a body to its end, inflating it on the way and counting what comes out. */
async function readBody(body: Readable, codings: readonly string[], maxBytes: number): Promise<Uint8Array> {
  const named = codings.filter((coding) => coding !== "" && coding !== "identity");
  const create = named.map((coding) => INFLATERS.get(coding));
  // one coding is the custom; a tower of them is made to exhaust
  if (create.length > 1 || create.includes(undefined)) throw unreachable("encoding");
  const inflater = create[0]?.();
  const readable = inflater ? pipeline(body, inflater, () => undefined) : body;
  const chunks: Buffer[] = [];
  let size = 0;
  // leaving the loop early closes the streams behind it; a failure of one ends the loop
  for await (const chunk of readable as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const badStatus = (status: number, seconds: number): AppError => {
  const wait = seconds === 0 ? {} : { retryAfterSeconds: seconds };
  return new AppError("source-status", `The address answered ${status}`, { details: { status, ...wait } });
};

const tooLarge = (maxBytes: number): AppError =>
  new AppError("source-too-large", `The address holds more than ${maxBytes} bytes`, {
    details: { mebibytes: Math.round(maxBytes / 1024 / 1024) },
  });
export const unreachable = (reason: string): AppError =>
  new AppError("unreachable", `The address could not be reached (${reason})`, { details: { reason } });

/** The fault without its cause: messages of the system name the address that a name resolved to. */
export function toAppError(error: unknown, isTimeout: boolean, timeoutMs: number): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
  if (isTimeout || code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") {
    const seconds = Math.round(timeoutMs / 1_000);
    return new AppError("source-timeout", `The address gave no whole answer within ${seconds} s`, {
      details: { seconds },
    });
  }
  return unreachable(code);
}
