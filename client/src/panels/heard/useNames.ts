import type { ListedPost } from "@palabre/shared/protocol";
import { useMemo } from "react";
import { useDesk, useThemes } from "../../state/index.ts";
import type { Names } from "./heardWords.ts";

/** What sources and themes are called. Only facilitators have the list of sources; the others know those that the posts name. */
export function useNames(posts: readonly ListedPost[]): Names {
  const desk = useDesk();
  const themes = useThemes();
  return useMemo(() => {
    const listed = [...(desk?.sources.values() ?? [])].map(({ id, name }) => [id, name] as const);
    const named = posts.map(({ source, sourceName }) => [source, sourceName] as const);
    return {
      sources: new Map<string, string>([...named, ...listed]),
      themes: new Map<string, string>([...themes].map(([id, { name }]) => [id, name])),
    };
  }, [desk, themes, posts]);
}
