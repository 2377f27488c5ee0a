import { boardIdSchema, type BoardId } from "@palabre/shared/terms";

/** Where a phone was sent: `p/<board>#<secret>` by a link, `p#<code>` by the slide. */
export interface PocketAddress {
  readonly board: BoardId | undefined;
  /** a link's secret, or without a board the code of a slide */
  readonly secret: string | undefined;
}

/** Reads an address under `base` (which ends with a slash). */
function readPocketAddress({ pathname, hash }: URL, base: string): PocketAddress {
  const path = pathname.slice(new URL(base).pathname.length);
  return {
    board: boardIdSchema.safeParse(/^p\/([^/]+)\/?$/.exec(path)?.[1]).data,
    secret: hash.length > 1 ? hash.slice(1) : undefined,
  };
}

/** The address of this page, as it is now. */
export const pocketAddress = (): PocketAddress => readPocketAddress(new URL(location.href), document.baseURI);
