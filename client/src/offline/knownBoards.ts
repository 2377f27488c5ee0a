import { boardFactsSchema, type BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";

const PREFIX = "palabre.board.";

/** Keeps what the server said of a board and of this person on it, so that the board opens when the server can't be asked. No secret is in it. */
export function rememberBoard(facts: BoardFacts): void {
  try {
    localStorage.setItem(PREFIX + facts.id, JSON.stringify(facts));
  } catch {
    // storage is forbidden or full: the board opens when the server is there
  }
}

/** What the server last said; undefined when this device knows nothing of the board. */
export function knownBoard(board: BoardId): BoardFacts | undefined {
  try {
    return parse(localStorage.getItem(PREFIX + board));
  } catch {
    return undefined;
  }
}

/** All boards that this device knows, last seen first. */
export function knownBoards(): readonly BoardFacts[] {
  try {
    return Object.keys(localStorage)
      .flatMap((key) => (key.startsWith(PREFIX) ? (parse(localStorage.getItem(key)) ?? []) : []))
      .sort((a, b) => b.seenAt - a.seenAt);
  } catch {
    return [];
  }
}

/**
 * The device left the board: its picture, what was seen of it, searches, a text that was begun on it and whatever else a part of a page, the
 * phone's too, keeps under `palabre.<what>.<board>` goes too.
 */
export function forgetAllOf(board: BoardId): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("palabre.") && key.endsWith(`.${board}`)) localStorage.removeItem(key);
  } catch {
    // nothing was kept either
  }
}

/** The server said that the board is not this device's. */
export function forgetBoard(board: BoardId): void {
  try {
    localStorage.removeItem(PREFIX + board);
  } catch {
    // nothing was kept either
  }
}

function parse(kept: string | null): BoardFacts | undefined {
  if (kept === null) return undefined;
  const facts = boardFactsSchema.safeParse(toJson(kept));
  return facts.success ? facts.data : undefined;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
