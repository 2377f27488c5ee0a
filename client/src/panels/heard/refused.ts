import { themeIdSchema, type BoardId, type ThemeId } from "@palabre/shared/terms";

const keyOf = (board: BoardId): string => `palabre.refused.${board}`;
/** Themes come and go: the oldest refusals are forgotten. */
const MOST = 200;

/** The suggestions that were set aside on this device. */
export function readRefused(board: BoardId): ReadonlySet<ThemeId> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(board)) ?? "[]");
    const ids = Array.isArray(kept) ? kept.map((id) => themeIdSchema.safeParse(id)) : [];
    return new Set(ids.flatMap((id) => (id.success ? [id.data] : [])));
  } catch {
    // storage is forbidden or damaged: they are offered again
    return new Set();
  }
}

export function rememberRefused(board: BoardId, themes: ReadonlySet<ThemeId>): void {
  try {
    localStorage.setItem(keyOf(board), JSON.stringify([...themes].slice(-MOST)));
  } catch {
    // storage is forbidden or full: they are offered again on the next visit
  }
}
