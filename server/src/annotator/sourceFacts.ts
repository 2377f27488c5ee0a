import type { ListeningSummary, StateChange } from "@palabre/shared/documents";
import type { Source, SourceId } from "@palabre/shared/terms";

/** What all may know of the listening. A source whose last try failed is late, whether or not another try may help. */
export function summaryOf(sources: readonly Source[], comparedBy?: string): ListeningSummary {
  const readAt = sources.flatMap((source) => source.readAt ?? []);
  return {
    sources: sources.length,
    posts: sources.reduce((sum, { posts }) => sum + posts, 0),
    ...(readAt.length === 0 ? {} : { readAt: Math.max(...readAt) }),
    ...(comparedBy === undefined ? {} : { comparedBy }),
    late: sources.filter(({ state }) => state === "late" || state === "refused").length,
  };
}

/** Facts for the desk: the sources as they are, and away with those that are no more. */
export const sourceChanges = (sources: readonly Source[], shown: Iterable<SourceId>): readonly StateChange[] => {
  const here = new Set(sources.map(({ id }) => id));
  return [
    ...sources.map((source): StateChange => ({ map: "sources", key: source.id, value: source })),
    ...[...shown]
      .filter((id) => !here.has(id))
      .map((id): StateChange => ({ map: "sources", key: id, value: undefined })),
  ];
};
