import { LIMITS, type BoardId, type Post, type ThemeId } from "@palabre/shared/terms";
import type { PostStore } from "../stores/index.ts";
import { joinAcrossLanguages, type PlacedTheme } from "./acrossLanguages.ts";
import type { Embeddings } from "./embeddings.ts";
import type { FoundTheme } from "./themeMessages.ts";

/** Posts by which a theme is compared, beside its words. */
const SAMPLES = 6;
/** Letters of a theme that are sent: services read no more than a page. */
const SENT = 1_500;
const CHUNK = 500;

/**
 * Makes one theme of those that speak of one thing in several languages, and moves their posts. Only what is compared leaves the server: words of
 * the themes and a few posts of each, to the operator's own service.
 * @returns the themes that are left, and which went into which
 * @throws what the service's answer throws; nothing is moved then
 */
export async function joinLanguages(
  board: BoardId,
  themes: readonly FoundTheme[],
  { store, embeddings }: { readonly store: Pick<PostStore, "page" | "setThemes">; readonly embeddings: Embeddings },
): Promise<{ readonly themes: readonly FoundTheme[]; readonly into: ReadonlyMap<ThemeId, ThemeId> }> {
  const samples = await Promise.all(
    themes.map(({ id }) => store.page(board, { theme: id, isMerged: true, limit: SAMPLES })),
  );
  const languages = samples.map(({ posts }) => mostOf(posts.map(languageOf)));
  if (new Set(languages).size < 2) return { themes, into: new Map() };
  const vectors = await embeddings.embed(
    themes.map(({ name, keyphrases }, at) =>
      [name, ...keyphrases, ...(samples[at]?.posts ?? []).map(({ text }) => text)].join(". ").slice(0, SENT),
    ),
  );
  const into = joinAcrossLanguages(
    themes.map(({ id }, at): PlacedTheme => {
      return { id, language: languages[at] ?? "", posts: samples[at]?.total ?? 0, vector: vectors[at] ?? [] };
    }),
  );
  for (const [from, to] of into) await movePosts(board, from, to, store);
  return { themes: themes.filter(({ id }) => !into.has(id)).map((theme) => withQueriesOf(theme, themes, into)), into };
}

async function movePosts(
  board: BoardId,
  from: ThemeId,
  to: ThemeId,
  store: Pick<PostStore, "page" | "setThemes">,
): Promise<void> {
  // those that have moved are no longer found
  for (let isLast = false; !isLast;) {
    const { posts } = await store.page(board, { theme: from, limit: CHUNK });
    await store.setThemes(
      board,
      posts.map(({ id }) => [id, to] as const),
    );
    isLast = posts.length < CHUNK;
  }
}

/** What a card of the theme listens for: the words of each language, as many as a query holds. */
function withQueriesOf(
  theme: FoundTheme,
  themes: readonly FoundTheme[],
  into: ReadonlyMap<ThemeId, ThemeId>,
): FoundTheme {
  const joined = themes.filter(({ id }) => into.get(id) === theme.id);
  const query = joined.reduce((all, { query: own }) => {
    const next = own === "" ? all : all === "" ? own : `${all}, ${own}`;
    return next.length > LIMITS.queryLength ? all : next;
  }, theme.query);
  return { ...theme, query, keyphrases: [...theme.keyphrases, ...joined.flatMap(({ name }) => name)].slice(0, 8) };
}

const languageOf = ({ heard, language }: Post): string => heard?.language ?? language;

function mostOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
