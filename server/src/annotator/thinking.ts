import {
  annotateLinks,
  annotateOnMap,
  DRAWS,
  drawPeople,
  NO_VOTES,
  thinkOfChoice,
  thinkOfMap,
  type ChoiceThought,
  type MapThought,
  type Robustness,
  type SignedMap,
  type Thought,
  type Votes,
} from "@palabre/shared/analysis";
import type {
  Annotation,
  BoardSnapshot,
  Budget,
  Card,
  CardId,
  Link,
  LinkAnnotation,
  LinkId,
} from "@palabre/shared/terms";

/** Cards measured in one step. */
const CARDS_A_STEP = 100;
/** How long people are drawn before the rest is said without them. */
const PATIENCE_MS = 60;

/** What one step of work found out. */
export interface Found {
  readonly cards?: ReadonlyMap<CardId, Annotation>;
  /** of all links that have something to say */
  readonly links?: ReadonlyMap<LinkId, LinkAnnotation>;
}

/**
 * What the map of one board comes to: its structure, the choice between its strategies, and how robust that choice is.
 *
 * Each is computed again when what it is made of changed, and only then: a link makes all of it stale, a cost only the choice. Work
 * is done by steps, so that whoever does it can do something else in between. People are drawn last, and drawn again only when the
 * choice is another than the one they were drawn for.
 */
export class Thinking {
  readonly #now: () => number;
  readonly #cards = new Map<CardId, Card>();
  readonly #links = new Map<LinkId, Link>();
  readonly #stale = new Set<CardId>();
  #budget: Budget | undefined;
  #votes = NO_VOTES;
  /** counts up with each change of the votes: the people drawn are others */
  #round = 0;
  #map: MapThought | undefined;
  #choice: ChoiceThought | undefined;
  #drawn: Drawn | undefined;
  #areLinksStale = true;
  #patientUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** 0 when all is said. */
  get left(): number {
    const isThought = this.#map !== undefined && this.#choice !== undefined && !this.#isDrawing;
    return this.#stale.size + Number(!isThought || this.#areLinksStale);
  }

  /** A card that is measured, as it is now; undefined when it is gone. */
  draw(id: CardId, card: Card | undefined): void {
    if (card) this.#cards.set(id, card);
    else this.#cards.delete(id);
  }
  drawLink(id: LinkId, link: Link | undefined): void {
    if (link) this.#links.set(id, link);
    else this.#links.delete(id);
  }
  has(id: CardId): boolean {
    return this.#cards.has(id);
  }
  setBudget(budget: Budget | undefined): void {
    this.#budget = budget;
    this.#choice = undefined;
  }
  setVotes(votes: Votes): void {
    this.#votes = votes;
    this.#round += 1;
    // what the group gives a link counts in the place of what is drawn
    this.spoilMap();
    this.#areLinksStale = true;
  }
  /** A card's own figures are no longer true. */
  spoil(id: CardId): void {
    if (this.#cards.has(id)) this.#stale.add(id);
    else this.#stale.delete(id);
  }
  spoilMap(): void {
    this.#map = undefined;
    this.#choice = undefined;
  }
  spoilChoice(): void {
    this.#choice = undefined;
  }

  /** Does the next thing that is left. */
  step(): Found {
    if (this.#map === undefined) return this.#thinkOfMap();
    if (this.#choice === undefined) return this.#thinkOfChoice(this.#map);
    // on most boards people are drawn in no time, and nobody has to read that they are being drawn
    if (this.#isPending && this.#now() < this.#patientUntil) return this.#drawMore(this.#choice);
    if (this.#stale.size > 0) return this.#measure({ ...this.#map, ...this.#choice });
    if (this.#areLinksStale) {
      this.#areLinksStale = false;
      return { links: annotateLinks({ ...this.#map, ...this.#choice }, this.#votes.links) };
    }
    return this.#isDrawing ? this.#drawMore(this.#choice) : {};
  }

  get #isPending(): boolean {
    return this.#choice?.robustness === "pending";
  }
  get #isDrawing(): boolean {
    return this.#drawn?.isDone === false;
  }

  #thinkOfMap(): Found {
    this.#map = thinkOfMap(this.#snapshot(), this.#votes.links);
    this.#areLinksStale = true;
    for (const id of this.#cards.keys()) this.#stale.add(id);
    return {};
  }

  #thinkOfChoice({ map }: MapThought): Found {
    const choice = thinkOfChoice(this.#snapshot(), map, this.#budget);
    const key =
      choice.robustness === undefined ? "" : `${this.#votes.people.length > 0 ? this.#round : 0} ${keyOf(map)}`;
    if (key !== this.#drawn?.key) {
      this.#drawn = key === "" ? undefined : { key, run: drawPeople(map, this.#votes.people), steps: 0, isDone: false };
      this.#patientUntil = this.#now() + PATIENCE_MS;
      this.#areLinksStale = true;
    }
    this.#choice = { ...choice, robustness: this.#drawn && (this.#drawn.robustness ?? "pending") };
    this.#spoilChosen();
    return {};
  }

  /**
   * Draws people once more, or flips one more link once they are drawn. How often strategies stay best is said as soon as people are
   * drawn, which links decide when all is done.
   */
  #drawMore(choice: ChoiceThought): Found {
    const drawn = this.#drawn;
    if (drawn === undefined) return {};
    drawn.isDone = drawn.run.step(1);
    drawn.steps += 1;
    if (drawn.steps !== DRAWS && !drawn.isDone) return {};
    drawn.robustness = drawn.run.result();
    this.#choice = { ...choice, robustness: drawn.robustness };
    this.#spoilChosen();
    this.#areLinksStale ||= drawn.isDone;
    return {};
  }

  #measure(thought: Thought): Found {
    const cards = [...this.#stale].slice(0, CARDS_A_STEP).flatMap((id) => this.#cards.get(id) ?? []);
    for (const { id } of cards) this.#stale.delete(id);
    return { cards: annotateOnMap(cards, thought) };
  }

  #spoilChosen(): void {
    for (const [id, { kind }] of this.#cards) if (kind !== "factor") this.#stale.add(id);
  }

  /** The board in the order in which everybody reads it: a change may have come in any. */
  #snapshot(): BoardSnapshot {
    const cards = [...this.#cards.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const links = [...this.#links.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return {
      cards: new Map(cards.map((card) => [card.id, card])),
      links: new Map(links.map((link) => [link.id, link])),
      comments: new Map(),
      skipped: 0,
    };
  }
}

/** People drawn for one state of the map and the strategies. */
interface Drawn {
  readonly key: string;
  readonly run: ReturnType<typeof drawPeople>;
  steps: number;
  isDone: boolean;
  robustness?: Robustness;
}

/** Equal as long as the map that people are drawn for is the same: a delay says when, not how much. */
const keyOf = ({ cards, links, silent }: SignedMap): string => JSON.stringify([cards, links, silent]);
