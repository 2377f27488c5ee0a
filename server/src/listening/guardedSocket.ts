import { WebSocket } from "ws";
import { checkAddress, isAllowed, WEB_PORTS } from "./addresses.ts";
import { checkedLookup, toAppError, unreachable, USER_AGENT, type GuardOptions, type Resolve } from "./guardedFetch.ts";
import { lookup as systemLookup } from "node:dns";
import { AppError } from "@palabre/shared/errors";

/**
 * Listening to a WebSocket that somebody named, behind the doors of the guarded fetch: the address as written, the resolver's answers
 * in the connection's own look-up, no redirect at all, an end to the handshake, to a message's size and to silence.
 *
 * Resolves when the host or `signal` ends it. @throws AppError as the guarded fetch does
 */
export type GuardedSocket = (url: string, options: SocketOptions) => Promise<void>;

export interface SocketOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal;
  /** called once it is open */
  readonly onOpen?: () => void;
  readonly onMessage: (text: string) => void;
}

const LIMITS = { handshakeMs: 10_000, maxBytes: 1024 * 1024, silentMs: 120_000 } as const;

export function createGuardedSocket(
  options: GuardOptions & { handshakeMs?: number; silentMs?: number; maxBytes?: number },
): GuardedSocket {
  const { resolve = systemLookup as Resolve, ports = WEB_PORTS } = options;
  const { handshakeMs = LIMITS.handshakeMs, silentMs = LIMITS.silentMs, maxBytes = LIMITS.maxBytes } = options;
  const allow = options.allow.map((entry) => entry.trim().toLowerCase());
  const lookup = checkedLookup(resolve);

  return async (written, { headers = {}, signal, onOpen, onMessage }) => {
    // the same address by HTTP is what is judged; ws:// and wss:// differ from it in name only
    const url = checkAddress(written.replace(/^ws(s?):/i, "http$1:"), { allow, ports });
    if (signal.aborted) return;
    const socket = new WebSocket(url.href.replace(/^http/, "ws"), {
      headers: { "user-agent": USER_AGENT, ...headers },
      handshakeTimeout: handshakeMs,
      maxPayload: maxBytes,
      followRedirects: false,
      perMessageDeflate: false,
      ...(isAllowed(url, allow) ? {} : { lookup }),
    });
    const end = (): void => socket.terminate();
    let silence: NodeJS.Timeout | undefined;
    let fault: unknown;
    // a host that says nothing for long, not even a ping, is gone
    const hear = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        fault ??= new AppError("source-timeout", "The stream has been silent for too long", {
          details: { seconds: Math.round(silentMs / 1_000) },
        });
        end();
      }, silentMs);
    };
    signal.addEventListener("abort", end);
    try {
      await new Promise<void>((done) => {
        socket.on("open", () => {
          hear();
          onOpen?.();
        });
        socket.on("ping", hear);
        socket.on("message", (data) => {
          hear();
          onMessage(textOf(data));
        });
        socket.on("unexpected-response", (request, response) => {
          const status = response.statusCode ?? 0;
          fault ??= new AppError("source-status", `The stream answered ${status}`, { details: { status } });
          request.destroy();
          end();
        });
        socket.on("error", (error) => {
          fault ??= error;
        });
        socket.on("close", () => done());
      });
    } finally {
      clearTimeout(silence);
      signal.removeEventListener("abort", end);
    }
    if (signal.aborted || fault === undefined) return;
    if (fault instanceof Error && /handshake has timed out/.test(fault.message)) throw unreachable("handshake");
    if (fault instanceof Error && /Max payload/.test(fault.message)) throw unreachable("size");
    throw toAppError(fault, false, handshakeMs);
  };
}

const textOf = (data: Buffer | ArrayBuffer | Buffer[]): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Uint8Array)).toString("utf8");
