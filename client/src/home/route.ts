import { boardIdSchema, type BoardId } from "@palabre/shared/terms";

/** Where the person is. A board's secret stands in the fragment only, which a browser never sends. */
export type Route =
  | { readonly page: "home" }
  | {
      readonly page: "board";
      readonly boardId: BoardId;
      readonly secret: string | undefined;
      /** this device has just come in, and its person was given a name */
      readonly isNew?: boolean;
    }
  /** `code`: what a camera read off the slide, as it stands in the fragment */
  | { readonly page: "join"; readonly code: string | undefined }
  | { readonly page: "nowhere" };

/** Reads an address under `base` (which ends with a slash). */
export const readRoute = (address: URL, base: string): Route => {
  const root = new URL(base);
  if (address.origin !== root.origin || !`${address.pathname}/`.startsWith(root.pathname)) return { page: "nowhere" };
  const path = address.pathname.slice(root.pathname.length);
  if (path === "" || path === "index.html") return { page: "home" };
  if (/^join\/?$/.test(path)) return { page: "join", code: fragmentOf(address.hash) };
  return readBoardPath(path, address.hash) ?? { page: "nowhere" };
};

const fragmentOf = (hash: string): string | undefined => (hash.length > 1 ? hash.slice(1) : undefined);

const readBoardPath = (path: string, hash: string): Route | undefined => {
  const id = boardIdSchema.safeParse(/^b\/([^/]+)\/?$/.exec(path)?.[1]);
  return id.success ? { page: "board", boardId: id.data, secret: fragmentOf(hash) } : undefined;
};

export const boardPath = (boardId: BoardId): string => `b/${boardId}`;

/**
 * Finds the board's address in what a person pasted: with or without words and brackets around it, with or without `https://`.
 * Undefined when there is none.
 */
export const readBoardLink = (pasted: string): URL | undefined => {
  const found = /(?:https?:\/\/)?[^\s<>"'()]+\/b\/[\w-]{21}(?:#[\w-]*)?/i.exec(pasted)?.[0];
  if (found === undefined) return undefined;
  const address = URL.parse(/^https?:/i.test(found) ? found : `https://${found}`);
  const path = address?.pathname.match(/b\/[^/]+$/)?.[0];
  return address !== null && path !== undefined && readBoardPath(path, address.hash) ? address : undefined;
};
