import { boardIdSchema, type BoardId } from "@palabre/shared/terms";

/** What is asked for, as all of the server reads it. */
export interface AskedAddress {
  /** undefined: it is about none */
  readonly board: BoardId | undefined;
  /** below BASE_PATH, without dots and without escapes of what needs none; empty when it lies elsewhere */
  readonly path: string;
  readonly query: URLSearchParams;
}

const ABOUT_A_BOARD = /^\/(?:api\/boards|sync)\/([^/]+)/;

/**
 * Reads the address of a request as what answers it does, so that no way of writing it leads to a board that its keeper does not hear of.
 * @param address as it stands in the request's head
 */
export function readAddress(address: string, basePath: string): AskedAddress {
  const { pathname, searchParams: query } = toUrl(address);
  const plain = pathname.replaceAll(/%[0-9a-f]{2}/gi, unescaped);
  const path = plain.startsWith(`${basePath}/`) ? plain.slice(basePath.length) : "";
  return { board: boardIdSchema.safeParse(ABOUT_A_BOARD.exec(path)?.[1]).data, path, query };
}

/** An address as another server is asked for it: one with a host, as proxies are asked, leads to no host but that server. */
export function withoutHost(address: string): string {
  const { pathname, search } = toUrl(address);
  return pathname + search;
}

/** What can't be read is as if the root were asked for. */
function toUrl(address: string): URL {
  const whole = address.startsWith("/") ? `http://localhost${address}` : address;
  return new URL(URL.canParse(whole) ? whole : "http://localhost/");
}

/** Of a letter, a digit or another sign that is the same with and without its escape; others stay as they are. */
function unescaped(escape: string): string {
  const sign = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[\w.~-]/.test(sign) ? sign : escape;
}
