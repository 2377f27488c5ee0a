import {
  annotateHeard,
  heardSpan,
  isHeardBefore,
  periodOf,
  type Heard,
  type HeardSpan,
} from "@palabre/shared/analysis";
import {
  createMatcher,
  fold,
  heldElsewhere,
  holds,
  proposeQuery,
  type Matcher,
  type Query,
} from "@palabre/shared/listening";
import {
  titleOf,
  type Annotation,
  type Card,
  type CardId,
  type Language,
  type Post,
  type SourceId,
} from "@palabre/shared/terms";
import type { ToldSource } from "./messages.ts";

/** An expectation that listens, with the posts that voice it so far. */
interface Listener {
  readonly query: string;
  readonly asked: Query;
  readonly matcher: Matcher;
  readonly posts: HeardPost[];
}
/** A post as it was last heard: it comes again once it was read. */
interface HeardPost {
  post: Post;
  readonly folded: string;
}

/**
 * What was heard of the expectations of one board.
 *
 * Each post is folded once, when it is heard, and then asked of every query; a query that changes is asked of the folded
 * posts. So one new post among ten thousand costs one folding and one look per expectation.
 */
export class Hearing {
  readonly #language: Language;
  readonly #expectations = new Map<CardId, Card>();
  readonly #posts = new Map<string, HeardPost>();
  readonly #listeners = new Map<CardId, Listener>();
  readonly #stale = new Set<CardId>();
  /** when the first and the last post of each source were written */
  readonly #written = new Map<SourceId, HeardSpan>();
  #newestAt: number | undefined;
  /** what all expectations hang on besides their own posts: the period and the sources' names */
  #setting = "";

  constructor(language: Language) {
    this.#language = language;
  }

  /** Expectations that are to be measured again. */
  get left(): number {
    return this.#stale.size;
  }

  /** A card as it is now; undefined when it is gone. */
  draw(id: CardId, card: Card | undefined): void {
    if (card?.kind === "expectation") this.#expectations.set(id, card);
    else this.#expectations.delete(id);
    this.#listen(id);
  }

  has(id: CardId): boolean {
    return this.#expectations.has(id);
  }

  spoil(id: CardId): void {
    if (this.#expectations.has(id)) this.#stale.add(id);
    else this.#stale.delete(id);
  }

  /** A post that was heard before takes the place of what it was, and only the expectations it voices are stale. */
  hear(posts: readonly Post[]): void {
    for (const post of posts) {
      const known = this.#posts.get(post.id);
      const heard = known ?? { post, folded: fold(post.text) };
      heard.post = post;
      this.#posts.set(post.id, heard);
      this.#newestAt = Math.max(this.#newestAt ?? post.at, post.at);
      const { from, to } = this.#written.get(post.source) ?? { from: post.at, to: post.at };
      this.#written.set(post.source, { from: Math.min(from, post.at), to: Math.max(to, post.at) });
      for (const [id, listener] of this.#listeners) {
        if (!holds(heard.folded, listener.asked)) continue;
        if (!known) listener.posts.push(heard);
        this.#stale.add(id);
      }
    }
  }

  /** The time it is, and what the sources are called: when either is another than last time, every expectation is stale. */
  set(until: number, sources: readonly ToldSource[]): void {
    const period = periodOf(until, this.#newestAt);
    const setting = JSON.stringify([
      period,
      this.#newestAt === undefined,
      isHeardBefore(period, this.#spansOf(sources)),
      sources,
    ]);
    if (setting === this.#setting) return;
    this.#setting = setting;
    for (const id of this.#expectations.keys()) this.#stale.add(id);
  }

  /** Measures so many of those that are stale. */
  measure(count: number, until: number, sources: readonly ToldSource[]): ReadonlyMap<CardId, Annotation> {
    const cards = [...this.#stale].slice(0, count).flatMap((id) => this.#expectations.get(id) ?? []);
    const isBefore = isHeardBefore(periodOf(until, this.#newestAt), this.#spansOf(sources));
    const named = new Map(sources.map(([id, name]) => [id, name]));
    const files = new Set(sources.filter(([, , kind]) => kind === "csv").map(([id]) => id));
    const heard = new Map<CardId, Heard>();
    for (const { id } of cards) {
      this.#stale.delete(id);
      const listener = this.#listeners.get(id);
      if (listener) heard.set(id, { posts: countedOnce(listener.posts, files), quote: listener.matcher.quote });
    }
    return annotateHeard(cards, {
      now: until,
      newestAt: this.#newestAt,
      isHeardBefore: isBefore,
      sources: named,
      heard,
    });
  }

  #spansOf(sources: readonly ToldSource[]): readonly HeardSpan[] {
    return sources.flatMap(([id, , kind, addedAt]) => heardSpan({ kind, addedAt }, this.#written.get(id)) ?? []);
  }

  /** Sees to it that an expectation listens for what it says now. */
  #listen(id: CardId): void {
    const card = this.#expectations.get(id);
    const query = card ? (card.attributes.query ?? proposeQuery(titleOf(card), this.#language)) : "";
    if (query === (this.#listeners.get(id)?.query ?? "")) return;
    const matcher = createMatcher(query);
    const asked = matcher.query;
    if (asked === undefined) {
      this.#listeners.delete(id);
      return;
    }
    const posts = [...this.#posts.values()].filter(({ folded }) => holds(folded, asked));
    this.#listeners.set(id, { query, asked, matcher, posts });
  }
}

/** Posts, those that several sources hold once; the address in a file's row is often that of the page it speaks of. */
function countedOnce(heard: readonly HeardPost[], files: ReadonlySet<SourceId>): readonly Post[] {
  const posts = heard.map(({ post }) => post);
  const elsewhere = heldElsewhere(files.size === 0 ? posts : posts.filter(({ source }) => !files.has(source)));
  return elsewhere.size === 0 ? posts : posts.filter((post) => !elsewhere.has(post));
}
