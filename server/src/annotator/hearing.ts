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

/** An expectation that listens, with those of the posts it was asked of that voice it. */
interface Listener {
  readonly query: string;
  readonly wanted: Query;
  readonly matcher: Matcher;
  readonly posts: Set<HeardPost>;
  /** how many posts it was asked of, in the order in which they were heard */
  asked: number;
}
/** A post as it was last heard: it comes again once it was read. */
interface HeardPost {
  post: Post;
  readonly folded: string;
}

/** Posts that one query is asked of in one step: some milliseconds, however long it and they are. */
const POSTS_A_STEP = 20;

/**
 * What was heard of the expectations of one board.
 *
 * Each post is folded once, when it is heard, and then asked of every query; a query that changes is asked of the folded
 * posts. So one new post among ten thousand costs one folding and one look per expectation. What is drawn and heard is only noted:
 * the asking is done step by step, since long queries take minutes for all posts, and is over before anything is measured.
 */
export class Hearing {
  readonly #language: Language;
  readonly #expectations = new Map<CardId, Card>();
  readonly #posts = new Map<string, HeardPost>();
  /** the same, in the order in which they were heard */
  readonly #inOrder: HeardPost[] = [];
  readonly #listeners = new Map<CardId, Listener>();
  /** those that were not asked of all posts yet */
  readonly #asking = new Map<CardId, Listener>();
  readonly #stale = new Set<CardId>();
  /** when the first and the last post of each source were written */
  readonly #written = new Map<SourceId, HeardSpan>();
  #newestAt: number | undefined;
  /** what all expectations hang on besides their own posts: the period and the sources' names */
  #setting = "";

  constructor(language: Language) {
    this.#language = language;
  }

  /** Expectations whose posts are to be found, and those that are to be measured again. */
  get left(): number {
    return this.#asking.size + this.#stale.size;
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
    const before = this.#inOrder.length;
    for (const post of posts) {
      this.#note(post);
      this.#newestAt = Math.max(this.#newestAt ?? post.at, post.at);
      const { from, to } = this.#written.get(post.source) ?? { from: post.at, to: post.at };
      this.#written.set(post.source, { from: Math.min(from, post.at), to: Math.max(to, post.at) });
    }
    if (this.#inOrder.length === before) return;
    for (const [id, listener] of this.#listeners) this.#asking.set(id, listener);
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

  /** A step: asks some posts of a query or, once all are asked, measures one of the expectations that are stale. */
  step(until: number, sources: readonly ToldSource[]): ReadonlyMap<CardId, Annotation> {
    const [next] = this.#asking;
    if (next === undefined) return this.#measure(until, sources);
    this.#ask(...next);
    return new Map();
  }

  #measure(until: number, sources: readonly ToldSource[]): ReadonlyMap<CardId, Annotation> {
    const [id] = this.#stale;
    if (id === undefined) return new Map();
    this.#stale.delete(id);
    const card = this.#expectations.get(id);
    const heard = new Map<CardId, Heard>();
    const listener = this.#listeners.get(id);
    if (listener) heard.set(id, { posts: countedOnce([...listener.posts], sources), quote: listener.matcher.quote });
    return annotateHeard(card ? [card] : [], {
      now: until,
      newestAt: this.#newestAt,
      isHeardBefore: isHeardBefore(periodOf(until, this.#newestAt), this.#spansOf(sources)),
      sources: new Map(sources.map(([source, name]) => [source, name])),
      heard,
    });
  }

  #spansOf(sources: readonly ToldSource[]): readonly HeardSpan[] {
    return sources.flatMap(
      ([id, , kind, addedAt, heardUntil]) => heardSpan({ kind, addedAt, heardUntil }, this.#written.get(id)) ?? [],
    );
  }

  /** Sees to it that an expectation listens for what it says now. */
  #listen(id: CardId): void {
    const card = this.#expectations.get(id);
    const query = card ? (card.attributes.query ?? proposeQuery(titleOf(card), this.#language)) : "";
    if (query === (this.#listeners.get(id)?.query ?? "")) return;
    const matcher = createMatcher(query);
    const wanted = matcher.query;
    if (wanted === undefined) {
      this.#listeners.delete(id);
      this.#asking.delete(id);
      return;
    }
    const listener: Listener = { query, wanted, matcher, posts: new Set(), asked: 0 };
    this.#listeners.set(id, listener);
    if (this.#inOrder.length > 0) this.#asking.set(id, listener);
  }

  #note(post: Post): void {
    const known = this.#posts.get(post.id);
    if (known) {
      known.post = post;
      for (const [id, { posts }] of this.#listeners) if (posts.has(known)) this.#stale.add(id);
      return;
    }
    const heard = { post, folded: fold(post.text) };
    this.#posts.set(post.id, heard);
    this.#inOrder.push(heard);
  }

  #ask(id: CardId, listener: Listener): void {
    const end = Math.min(listener.asked + POSTS_A_STEP, this.#inOrder.length);
    for (const heard of this.#inOrder.slice(listener.asked, end)) {
      if (!holds(heard.folded, listener.wanted)) continue;
      listener.posts.add(heard);
      this.#stale.add(id);
    }
    listener.asked = end;
    if (end === this.#inOrder.length) this.#asking.delete(id);
  }
}

/**
 * Posts, those that several sources hold once: that of the source that was added first, in whatever order they were heard. The address in
 * a file's row is often that of the page it speaks of.
 */
function countedOnce(heard: readonly HeardPost[], sources: readonly ToldSource[]): readonly Post[] {
  const posts = heard.map(({ post }) => post);
  const own = sources.filter(([, , kind]) => kind !== "csv");
  if (own.length < 2) return posts;
  const places = new Map(own.map(([id], place) => [id, place]));
  const inOrder = posts
    .flatMap((post) => {
      const place = places.get(post.source);
      return place === undefined ? [] : [{ post, place }];
    })
    .toSorted((a, b) => a.place - b.place);
  const elsewhere = heldElsewhere(inOrder.map(({ post }) => post));
  return elsewhere.size === 0 ? posts : posts.filter((post) => !elsewhere.has(post));
}
