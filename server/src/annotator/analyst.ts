import { isMeasured, joinAnnotations, NO_VOTES, type Stale, type Votes } from "@palabre/shared/analysis";
import type {
  Annotation,
  Budget,
  Card,
  CardId,
  Language,
  Link,
  LinkAnnotation,
  LinkId,
  Post,
} from "@palabre/shared/terms";
import { Hearing } from "./hearing.ts";
import type { Annotated, Changes, ToldSource } from "./messages.ts";
import { Thinking, type Found } from "./thinking.ts";

/** Cards and links in one answer: a few milliseconds for whoever reads it. */
const ANSWER_THINGS = 500;
/** How long one asking may take, as far as steps can be parted: other boards wait meanwhile. */
const SLICE_MS = 40;

/**
 * What the analysis knows of one board, and what it last said of it.
 *
 * What was heard and what is thought of the map are kept apart: a post makes nobody think, a link makes nobody listen again.
 */
export class Analyst {
  readonly #now: () => number;
  readonly #hearing: Hearing;
  readonly #thinking: Thinking;
  readonly #heard = new Map<CardId, Annotation>();
  readonly #placed = new Map<CardId, Annotation>();
  #links: ReadonlyMap<LinkId, LinkAnnotation> = new Map();
  #votes = NO_VOTES;
  /** things of which something else may be said than was */
  readonly #unsaid = new Set<CardId>();
  readonly #unsaidLinks = new Set<LinkId>();
  /** what was last said of each card and link, as JSON */
  readonly #said = new Map<CardId | LinkId, string>();

  constructor(language: Language, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#hearing = new Hearing(language);
    this.#thinking = new Thinking(now);
  }

  draw(
    cards: readonly (readonly [CardId, Card | undefined])[],
    links: readonly (readonly [LinkId, Link | undefined])[],
    stale: Stale,
  ): void {
    for (const [id, drawn] of cards) {
      const card = drawn && isMeasured(drawn) ? drawn : undefined;
      this.#hearing.draw(id, card);
      this.#thinking.draw(id, card);
      if (card) continue;
      this.#heard.delete(id);
      this.#placed.delete(id);
    }
    for (const [id, link] of links) this.#thinking.drawLink(id, link);
    for (const id of stale.cards) {
      this.#hearing.spoil(id);
      this.#thinking.spoil(id);
      // nothing will be found out about one that is gone
      if (!this.#thinking.has(id)) this.#unsaid.add(id);
    }
    if (stale.map) this.#thinking.spoilMap();
    else if (stale.choice) this.#thinking.spoilChoice();
  }

  setBudget(budget: Budget | undefined): void {
    this.#thinking.setBudget(budget);
  }

  /** What ballots say of cards and links; people who weighed links are drawn anew. */
  setVotes(votes: Votes): void {
    for (const id of new Set([...this.#votes.readings.keys(), ...votes.readings.keys()])) this.#unsaid.add(id);
    this.#votes = votes;
    this.#thinking.setVotes(votes);
  }

  hear(posts: readonly Post[]): void {
    this.#hearing.hear(posts);
  }

  /** Works for a while on what is stale, and says what came out differently. Posts come before thoughts. */
  annotate(until: number, sources: readonly ToldSource[]): Annotated {
    this.#hearing.set(until, sources);
    const end = this.#now() + SLICE_MS;
    do {
      if (this.#hearing.left > 0) {
        for (const [id, heard] of this.#hearing.step(until, sources)) this.#keep(this.#heard, id, heard);
      } else if (this.#thinking.left > 0) this.#take(this.#thinking.step());
    } while (this.#hearing.left + this.#thinking.left > 0 && this.#unsaid.size < ANSWER_THINGS && this.#now() < end);
    const changes = this.#say(this.#unsaid, (id) =>
      joinAnnotations(joinAnnotations(this.#heard.get(id), this.#placed.get(id)), this.#votedOf(id)),
    );
    const links = this.#say(this.#unsaidLinks, (id) => this.#links.get(id));
    const isMore = Math.max(changes.length, links.length) >= ANSWER_THINGS;
    return { changes, links, left: this.#hearing.left + this.#thinking.left + Number(isMore) };
  }

  #take({ cards, links }: Found): void {
    for (const [id, placed] of cards ?? []) this.#keep(this.#placed, id, placed);
    if (links === undefined) return;
    for (const id of new Set([...this.#links.keys(), ...links.keys()])) this.#unsaidLinks.add(id);
    this.#links = links;
  }

  /** Of cards that are measured, and there. */
  #votedOf(id: CardId): Annotation | undefined {
    const readings = this.#thinking.has(id) ? this.#votes.readings.get(id) : undefined;
    return readings && { readings, quotes: [] };
  }

  #keep(kept: Map<CardId, Annotation>, id: CardId, annotation: Annotation): void {
    kept.set(id, annotation);
    this.#unsaid.add(id);
  }

  /** What is another than what was said of them. A card of which only half is known yet waits, so that it isn't written twice. */
  #say<Id extends CardId | LinkId, T>(unsaid: Set<Id>, valueOf: (id: Id) => T | undefined): Changes<Id, T> {
    const changes: (readonly [Id, T | undefined])[] = [];
    for (const id of unsaid) {
      if (changes.length >= ANSWER_THINGS) break;
      if (!this.#isWhole(id)) continue;
      unsaid.delete(id);
      const value = valueOf(id);
      const json = value === undefined ? undefined : JSON.stringify(value);
      if (json === this.#said.get(id)) continue;
      if (json === undefined) this.#said.delete(id);
      else this.#said.set(id, json);
      changes.push([id, value]);
    }
    return changes;
  }

  #isWhole(id: CardId | LinkId): boolean {
    // ids are random: one that is no card's is asked for in vain
    const card = id as CardId;
    return (!this.#thinking.has(card) || this.#placed.has(card)) && (!this.#hearing.has(card) || this.#heard.has(card));
  }
}
