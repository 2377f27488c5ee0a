import type { IncomingMessage } from "node:http";
import { ROLES, type BoardId, type Role } from "@palabre/shared/terms";
import type { Links as BoardLinks } from "@palabre/shared/protocol";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import type { Links } from "../access/index.ts";
import type { BoardRecord } from "../stores/index.ts";

/** Where the server is, as seen by who asks. */
export interface PublicAddress {
  /** undefined = as the request says */
  readonly publicUrl: string | undefined;
  readonly basePath: string;
}

/** The address of the application, without a slash at its end. */
export const rootOf = (context: Context, { publicUrl, basePath }: PublicAddress): string =>
  `${publicUrl ?? `http://${context.req.header("host") ?? "localhost"}`}${basePath}`;

/** The three links of a board. The secret is behind `#`, which browsers keep to themselves. */
export function linksOf(context: Context, address: PublicAddress, links: Links, board: BoardRecord): BoardLinks {
  const root = rootOf(context, address);
  const link = (id: BoardId, role: Role) => `${root}/b/${id}#${links.secret(id, role, board.counters[role])}`;
  const [facilitator, participant, viewer] = ROLES;
  return {
    facilitator: link(board.id, facilitator),
    participant: link(board.id, participant),
    viewer: link(board.id, viewer),
  };
}

const isPrivate = (address: string) => /^(::1$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);

/**
 * Which machine asks. Behind a proxy on the same machine or network it is the one that the proxy named last; what a stranger
 * claims of itself counts for nothing.
 */
function senderAt(remoteAddress: string | undefined, forwardedFor: string | undefined): string {
  const address = (remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, "");
  if (!isPrivate(address)) return address;
  const named = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  // a list that ends with nothing names nobody: those who come with it would be counted as one
  return named === "" ? address : named;
}

/** The same, of a request that came in. */
export function senderAtHead({ socket, headers }: IncomingMessage): string {
  const forwarded = headers["x-forwarded-for"];
  // several headers are one list
  return senderAt(socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(",") : forwarded);
}

/** The network that a request comes from: limits go by it. */
export const senderOf = (context: Context): string =>
  networkOf(senderAt(incomingOf(context)?.socket?.remoteAddress, context.req.header("x-forwarded-for")));

/** One household has a whole /64 of IPv6: all of it is one network. An IPv4 address is one by itself, in either notation. */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const read = ipaddr.IPv6.parse(address);
  return read.isIPv4MappedAddress() ? read.toIPv4Address().toString() : read.parts.slice(0, 4).join(":");
}

/** The request beneath, as @hono/node-server hands it on; one that is made inside the process has none. */
export const incomingOf = (context: Context): IncomingMessage | undefined =>
  (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
