import type { VersionPage } from "@palabre/shared/protocol";
import type { VersionId } from "@palabre/shared/terms";

/** A fresh first page before those that were loaded, as long as they meet. */
export function joinPages(first: VersionPage, loaded: VersionPage): VersionPage {
  const last = first.versions.at(-1);
  const at = last === undefined ? -1 : loaded.versions.findIndex(({ id }) => id === last.id);
  if (at < 0 || first.next === undefined) return first;
  const versions = [...first.versions, ...loaded.versions.slice(at + 1)];
  const { next: _, ...facts } = first;
  return { ...facts, versions, ...(loaded.next === undefined ? {} : { next: loaded.next }) };
}

/** Pages that were loaded, once one of their versions was dropped: older ones are asked for from the last that is left. */
export function withoutVersion(loaded: VersionPage, dropped: VersionId): VersionPage {
  const versions = loaded.versions.filter(({ id }) => id !== dropped);
  return loaded.next === dropped ? { ...loaded, versions, next: versions.at(-1)?.id } : { ...loaded, versions };
}
