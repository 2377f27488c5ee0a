import { chooseQuotes, heardSpan, heardUntil, isHeardBefore, periodOf, type HeardSpan } from "@palabre/shared/analysis";
import { createMatcher } from "@palabre/shared/listening";
import { findBursts } from "@palabre/shared/listening/texts";
import {
  HEARD_KINDS,
  isExpectation,
  LIMITS,
  type BoardId,
  type Feeling,
  type ListedTheme,
  type Post,
  type Source,
  type SourceId,
  type ThemeId,
} from "@palabre/shared/terms";
import type { PostStore, ThemeCount, ThemeHour } from "../stores/index.ts";
import { stateOf } from "./statement.ts";
import type { FoundTheme } from "./themeMessages.ts";

const HOUR_MS = 3_600_000;
/** Hours that bursts are looked for in: what is usual is learnt from the first, what is over for two days is no news. */
const [BURST_HOURS, NEWS_HOURS] = [9 * 24, 48];
/** So many must expect something, and such a part of all who speak of it, for a card to be worth suggesting. */
const SUGGESTED = { posts: 8, share: 0.3 };
/** Posts looked through for quotes. */
const LOOKED_THROUGH = 40;

/** What themes look like with the figures of now. */
export async function describeThemes(
  board: BoardId,
  found: readonly FoundTheme[],
  before: ReadonlyMap<ThemeId, ListedTheme>,
  deps: {
    readonly store: Pick<PostStore, "themeCounts" | "themeHours" | "page" | "textsOf">;
    readonly sources: readonly Source[];
    readonly now: number;
  },
): Promise<readonly ListedTheme[]> {
  const { store, now } = deps;
  const sources = new Map(deps.sources.map(({ id, name }) => [id, name]));
  const newestAt = await newestOf(store, board);
  const period = periodOf(now, newestAt);
  const lastHour = Math.floor(Math.min(now, newestAt ?? now) / HOUR_MS);
  const [counts, hours, isComparable] = await Promise.all([
    store.themeCounts(board, period),
    store.themeHours(board, lastHour - BURST_HOURS, lastHour),
    wasHeardBefore(store, board, deps.sources, period),
  ]);
  const quoted = [...before.values()].flatMap(({ quotes }) => quotes.map(({ post }) => post));
  const texts = await store.textsOf(board, quoted);
  const themes: ListedTheme[] = [];
  for (const theme of found) {
    const own = counts.filter((count) => count.theme === theme.id);
    const posts = sum(own, (count) => count.posts);
    if (posts === 0) continue;
    const figures = figuresOf(own, posts, isComparable);
    const burst = burstOf(
      hours.filter((hour) => hour.theme === theme.id),
      lastHour,
    );
    const known = before.get(theme.id);
    // what is quoted changes with the posts alone, one of which may have come in another's place
    const isSame =
      known?.quotes.every(({ post, start, end, text }) => texts.get(post)?.slice(start, end) === text) === true &&
      known.query === theme.query &&
      known.lastAt === figures.lastAt &&
      known.posts === posts &&
      known.expectations === figures.expectations;
    const { quotes, statement } = isSame ? known : await voicesOf(board, theme, { store, sources, now, newestAt });
    const { id, name, keyphrases, query } = theme;
    themes.push({
      id,
      name,
      keyphrases: [...keyphrases],
      ...figures,
      query,
      quotes,
      statement,
      ...(burst ? { burst } : {}),
    });
  }
  return themes.toSorted((a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1));
}

async function newestOf(store: Pick<PostStore, "page">, board: BoardId): Promise<number | undefined> {
  return (await store.page(board, { limit: 1 })).posts[0]?.at;
}

/** As for cards: whether enough was listened to before the period to compare it with. */
async function wasHeardBefore(
  store: Pick<PostStore, "page">,
  board: BoardId,
  sources: readonly Source[],
  period: Parameters<PostStore["themeCounts"]>[1],
): Promise<boolean> {
  const isSpanned = (source: Source, written: HeardSpan | undefined): boolean => {
    const span = heardSpan({ ...source, heardUntil: heardUntil(source) }, written);
    return span !== undefined && isHeardBefore(period, [span]);
  };
  // what was listened to all the while needs no look at its posts
  if (sources.some((source) => isSpanned(source, undefined))) return true;
  const middle = (period.before + period.from) / 2;
  for (const source of sources) {
    const newestAt = async (to?: number) => (await store.page(board, { source: source.id, to, limit: 1 })).posts[0]?.at;
    const to = await newestAt();
    if (to !== undefined && isSpanned(source, { from: (await newestAt(middle + 1)) ?? to, to })) return true;
  }
  return false;
}

const sum = <T>(things: readonly T[], value: (thing: T) => number): number =>
  things.reduce((total, thing) => total + value(thing), 0);

function figuresOf(counts: readonly ThemeCount[], posts: number, isComparable: boolean) {
  const expectations = sum(
    counts.filter(({ kind }) => isExpectation(kind)),
    (count) => count.posts,
  );
  const [current, previous] = [sum(counts, (count) => count.current), sum(counts, (count) => count.previous)];
  const feelings: Record<Feeling, number> = { positive: 0, neutral: 0, negative: 0 };
  const languages: Record<string, number> = {};
  for (const count of counts) {
    feelings[count.feeling] += count.posts;
    if (count.language !== "") languages[count.language] = (languages[count.language] ?? 0) + count.posts;
  }
  const isTrend = isComparable && current + previous >= LIMITS.postsForTrend && previous > 0;
  return {
    posts,
    expectations,
    ...(isTrend ? { trend: Math.round(((current - previous) / previous) * 1_000) / 1_000 } : {}),
    feelings,
    languages,
    firstAt: Math.min(...counts.map(({ firstAt }) => firstAt)),
    lastAt: Math.max(...counts.map(({ lastAt }) => lastAt)),
    isSuggested: expectations >= SUGGESTED.posts && expectations >= SUGGESTED.share * posts,
  };
}

/** The last burst, if it is news. */
function burstOf(
  hours: readonly ThemeHour[],
  lastHour: number,
): { readonly from: number; readonly to: number } | undefined {
  const first = lastHour - BURST_HOURS;
  const counts = Array.from({ length: BURST_HOURS + 1 }, () => 0);
  for (const { hour, posts } of hours) counts[hour - first] = posts;
  const burst = findBursts(counts).at(-1);
  if (!burst || burst.to < BURST_HOURS - NEWS_HOURS) return undefined;
  return { from: (first + burst.from) * HOUR_MS, to: (first + burst.to + 1) * HOUR_MS };
}

/** What people say of it: those who expect something, else all. */
async function voicesOf(
  board: BoardId,
  theme: FoundTheme,
  {
    store,
    sources,
    now,
    newestAt,
  }: {
    store: Pick<PostStore, "page">;
    sources: ReadonlyMap<SourceId, string>;
    now: number;
    newestAt: number | undefined;
  },
) {
  const filter = { theme: theme.id, isMerged: true, limit: LOOKED_THROUGH };
  const expecting = (await store.page(board, { ...filter, kinds: HEARD_KINDS.filter(isExpectation) })).posts;
  const all: readonly Post[] = expecting.length > 0 ? expecting : (await store.page(board, filter)).posts;
  const { quote } = createMatcher(theme.query);
  return {
    quotes: chooseQuotes({ posts: all, quote }, { now, newestAt, sources }),
    statement: stateOf(all, quote, theme),
  };
}
