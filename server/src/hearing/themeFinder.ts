import { findThemes, proposeThemeQueries, type JoinTheme } from "@palabre/shared/listening/texts";
import { MOST_THEMES, newThemeId, type BoardId, type ThemeId } from "@palabre/shared/terms";
import { keepIds } from "./keepIds.ts";
import type { FoundTheme, GatheredPost, ThemeAnswer, ThemeRequest } from "./themeMessages.ts";

/** Two people who say the same are no theme yet. */
const LEAST_POSTS = 3;
/** Boards whose themes are known at once. */
const BOARDS = 16;

interface KnownBoard {
  gathered: GatheredPost[];
  join?: (post: GatheredPost) => ThemeId | undefined;
}

/** Finds themes, as the thread of themes does. */
export class ThemeFinder {
  readonly #boards = new Map<BoardId, KnownBoard>();

  answerTo(request: ThemeRequest): ThemeAnswer {
    const known = this.#boards.get(request.board) ?? { gathered: [] };
    this.#boards.delete(request.board);
    this.#boards.set(request.board, known);
    const [oldest] = this.#boards.keys();
    if (this.#boards.size > BOARDS && oldest !== undefined) this.#boards.delete(oldest);
    switch (request.type) {
      case "gather":
        known.gathered = request.isFirst ? [...request.posts] : known.gathered.concat(request.posts);
        return { isKnown: true, changes: [] };
      case "find":
        return find(known);
      case "join": {
        const { join } = known;
        if (!join) return { isKnown: false, changes: [] };
        return { isKnown: true, changes: changesOf(request.posts, join) };
      }
    }
  }
}

function find(known: KnownBoard): ThemeAnswer {
  const posts = known.gathered;
  known.gathered = [];
  const found = findThemes(posts);
  const themes = found.themes.slice(0, MOST_THEMES).filter((theme) => theme.posts.length >= LEAST_POSTS);
  const placeOf = new Map(posts.map(({ id }, at) => [id, at]));
  const groups = themes.map((theme) => theme.posts.flatMap((id) => placeOf.get(id) ?? []));
  const ids = keepIds(
    groups.map((group) => group.map((at) => posts[at]?.theme)),
    newThemeId,
  );
  const queries = proposeThemeQueries(
    posts.map(({ text }) => text),
    groups,
  );
  known.join = joinBy(found.join, ids);
  const themeOf = new Map(groups.flatMap((group, at) => group.map((place) => [posts[place]?.id, ids[at]] as const)));
  return {
    isKnown: true,
    changes: changesOf(posts, ({ id }) => themeOf.get(id)),
    themes: themes.map(({ name, keyphrases }, at): FoundTheme => {
      return { id: ids[at] ?? newThemeId(), name, keyphrases, query: queries[at] ?? "" };
    }),
  };
}

/** Keeps nothing of what was found but what it takes to join a theme. */
const joinBy =
  (join: JoinTheme, ids: readonly ThemeId[]) =>
  ({ text, language }: GatheredPost): ThemeId | undefined => {
    const place = join(text, language);
    return place === undefined ? undefined : ids[place];
  };

function changesOf(posts: readonly GatheredPost[], themeOf: (post: GatheredPost) => ThemeId | undefined) {
  return posts.flatMap((post) => {
    const theme = themeOf(post);
    return theme === post.theme ? [] : [[post.id, theme] as const];
  });
}
