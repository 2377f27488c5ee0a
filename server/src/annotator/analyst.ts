import { annotate, isMeasured, periodOf, type Heard } from "@palabre/shared/analysis";
import { createMatcher, fold, holdsAny, proposeQuery, type Matcher } from "@palabre/shared/listening";
import {
  titleOf,
  type Card,
  type CardId,
  type Language,
  type Link,
  type LinkId,
  type Post,
  type SourceId,
} from "@palabre/shared/terms";
import type { Annotated, AnnotationChanges } from "./messages.ts";

/** Cards in one answer: a few milliseconds for whoever reads it. */
const ANSWER_CARDS = 500;

/** An expectation that listens, with the posts that voice it so far. */
interface Listener {
  readonly query: string;
  readonly matcher: Matcher;
  readonly posts: Post[];
}

/**
 * What the analysis knows of one board, and what it last said of it.
 *
 * Each post is folded once, when it is heard, and then asked of every query; a query that changes is asked of the folded
 * posts. So one new post among ten thousand costs one folding and one look per expectation.
 */
export class Analyst {
  readonly #language: Language;
  readonly #cards = new Map<CardId, Card>();
  readonly #links = new Map<LinkId, Link>();
  readonly #posts = new Map<string, { readonly post: Post; readonly folded: string }>();
  readonly #listeners = new Map<CardId, Listener>();
  readonly #stale = new Set<CardId>();
  /** what was last said of each card, as JSON */
  readonly #said = new Map<CardId, string>();
  #newestAt: number | undefined;
  /** what all expectations hang on besides their own posts: the period and the sources' names */
  #setting = "";

  constructor(language: Language) {
    this.#language = language;
  }

  draw(
    cards: readonly (readonly [CardId, Card | undefined])[],
    links: readonly (readonly [LinkId, Link | undefined])[],
    stale: readonly CardId[],
  ): void {
    for (const [id, card] of cards) {
      if (card && isMeasured(card)) this.#cards.set(id, card);
      else this.#cards.delete(id);
      this.#listen(id);
    }
    for (const [id, link] of links) {
      if (link) this.#links.set(id, link);
      else this.#links.delete(id);
    }
    for (const id of stale) this.#stale.add(id);
  }

  /** Posts heard before are passed over. */
  hear(posts: readonly Post[]): void {
    for (const post of posts) {
      if (this.#posts.has(post.id)) continue;
      const folded = fold(post.text);
      this.#posts.set(post.id, { post, folded });
      this.#newestAt = Math.max(this.#newestAt ?? post.at, post.at);
      for (const [id, listener] of this.#listeners) {
        if (!holdsAny(folded, listener.matcher.terms)) continue;
        listener.posts.push(post);
        this.#stale.add(id);
      }
    }
  }

  /**
   * Measures what is stale, a part of it at a time, and every expectation when the period or a source's name is another than
   * last time.
   */
  annotate(until: number, sources: readonly (readonly [SourceId, string])[]): Annotated {
    const setting = JSON.stringify([periodOf(until, this.#newestAt), this.#newestAt === undefined, sources]);
    if (setting !== this.#setting) {
      this.#setting = setting;
      for (const [id, { kind }] of this.#cards) if (kind === "expectation") this.#stale.add(id);
    }
    const only = new Set([...this.#stale].slice(0, ANSWER_CARDS));
    const heard = new Map<CardId, Heard>();
    for (const id of only) {
      const listener = this.#listeners.get(id);
      if (listener) heard.set(id, { posts: listener.posts, quote: listener.matcher.quote });
    }
    const snapshot = { cards: this.#cards, links: this.#links, comments: new Map(), skipped: 0 };
    const evidence = { now: until, newestAt: this.#newestAt, sources: new Map(sources), heard };
    const annotations = annotate(snapshot, evidence, { only });
    const changes = [...only].flatMap((id): AnnotationChanges => {
      const annotation = annotations.get(id);
      const json = annotation && JSON.stringify(annotation);
      if (json === this.#said.get(id)) return [];
      if (json === undefined) this.#said.delete(id);
      else this.#said.set(id, json);
      return [[id, annotation]];
    });
    for (const id of only) this.#stale.delete(id);
    return { changes, left: this.#stale.size };
  }

  /** Sees to it that an expectation listens for what it says now. */
  #listen(id: CardId): void {
    const card = this.#cards.get(id);
    const query =
      card?.kind === "expectation" ? (card.attributes.query ?? proposeQuery(titleOf(card), this.#language)) : "";
    if (query === (this.#listeners.get(id)?.query ?? "")) return;
    const matcher = createMatcher(query);
    if (matcher.terms.length === 0) {
      this.#listeners.delete(id);
      return;
    }
    const posts = [...this.#posts.values()]
      .filter(({ folded }) => holdsAny(folded, matcher.terms))
      .map(({ post }) => post);
    this.#listeners.set(id, { query, matcher, posts });
  }
}
