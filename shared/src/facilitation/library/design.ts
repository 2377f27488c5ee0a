import {
  CARD_KINDS,
  sizeOf,
  type BoardPreview,
  type CardAttributes,
  type CardKind,
  type Language,
  type Pair,
  type Polarity,
  type Strength,
} from "../../terms/index.ts";
import type { TemplateCard, TemplateContents, TemplateLink, TemplatePhase } from "./template.ts";

/**
 * A template apart from its words: where its cards lie, what links them, and the steps of the workshop.
 *
 * `CardKey` and `StepKey` are the keys that both languages put words to: a language that misses one does not compile.
 */
export interface TemplateLayout<CardKey extends string, StepKey extends string> {
  /** for how many people: at least, at most */
  readonly people: Pair;
  /** all steps together */
  readonly minutes: number;
  readonly cards: Readonly<Record<CardKey, LaidCard<CardKey>>>;
  readonly links: readonly LaidLink<CardKey>[];
  /** in the order in which they follow each other */
  readonly steps: Readonly<Record<StepKey, LaidStep<CardKey>>>;
}

export interface LaidCard<CardKey extends string> {
  readonly kind: CardKind;
  /** top left, in board px */
  readonly at: Pair;
  readonly in?: CardKey;
  readonly is?: Omit<CardAttributes, "frame" | "owner" | "source" | "query">;
}
type LaidLink<CardKey extends string> = readonly [from: CardKey, to: CardKey, polarity: Polarity, strength: Strength];
type LaidStep<CardKey extends string> = Omit<TemplatePhase, "title" | "instruction" | "look"> & {
  readonly minutes: number;
  readonly look: CardKey;
};

/** What a template says in one language. */
export interface TemplateWords<CardKey extends string, StepKey extends string> {
  /** on its tile */
  readonly name: string;
  /** one sentence: what the group leaves with */
  readonly goal: string;
  /** what the board is called until somebody calls it otherwise */
  readonly title: string;
  readonly cards: Readonly<Record<CardKey, string | WordsOnCard>>;
  readonly steps: StepWords<StepKey>;
}
interface WordsOnCard extends Pick<CardAttributes, "owner" | "source" | "query"> {
  readonly text: string;
}
/** What each step is called, and what people are asked to do in it. */
type StepWords<StepKey extends string> = Readonly<
  Record<StepKey, { readonly title: string; readonly instruction: string }>
>;

/** What one sees of a template before a board is made of it. */
export interface TemplateFace {
  readonly name: string;
  readonly goal: string;
  readonly title: string;
  readonly minutes: number;
  readonly people: Pair;
  readonly agenda: readonly TemplatePhase[];
  /** the board from afar */
  readonly preview: BoardPreview;
}

/** A template in both its languages. */
export interface Template {
  readonly face: (language: Language) => TemplateFace;
  readonly write: (language: Language) => TemplateContents;
}

/** Puts the words of both languages to a layout. */
export function designTemplate<CardKey extends string, StepKey extends string>(
  layout: TemplateLayout<CardKey, StepKey>,
  words: Readonly<Record<Language, TemplateWords<CardKey, StepKey>>>,
): Template {
  const { minutes, people, steps } = layout;
  const agenda = agendaOf(steps, { fr: words.fr.steps, en: words.en.steps });
  const links = layout.links.map(([from, to, polarity, strength]): TemplateLink => ({ from, to, polarity, strength }));
  return {
    face: (language) => {
      const { name, goal, title, cards } = words[language];
      const preview = previewOf(layCards(layout.cards, cards), links);
      return { name, goal, title, minutes, people, agenda, preview };
    },
    write: (language) => {
      const { title, cards } = words[language];
      return { title, cards: layCards(layout.cards, cards), links, agenda, posts: [], sourceName: "" };
    },
  };
}

/** Steps with their words in both languages. */
const agendaOf = <CardKey extends string, StepKey extends string>(
  steps: Readonly<Record<StepKey, LaidStep<CardKey>>>,
  words: Readonly<Record<Language, StepWords<StepKey>>>,
): readonly TemplatePhase[] =>
  keysOf(steps).map((key): TemplatePhase => {
    const [fr, en] = [words.fr[key], words.en[key]];
    const step: Omit<TemplatePhase, "title" | "instruction"> = steps[key];
    return {
      ...step,
      title: { fr: fr.title, en: en.title },
      instruction: { fr: fr.instruction, en: en.instruction },
    };
  });

function layCards<CardKey extends string>(
  cards: Readonly<Record<CardKey, LaidCard<CardKey>>>,
  words: Readonly<Record<CardKey, string | WordsOnCard>>,
): readonly TemplateCard[] {
  const laid = keysOf(cards).map((key): TemplateCard => {
    const { kind, at, in: frame, is } = cards[key];
    const said: string | WordsOnCard = words[key];
    const { text, ...more } = typeof said === "string" ? { text: said } : said;
    const attributes = { ...is, ...more };
    return { key, kind, position: at, text, attributes, ...(frame === undefined ? {} : { in: frame }) };
  });
  // what lies in a frame is born after it
  return laid.toSorted((a, b) => Number(b.kind === "frame") - Number(a.kind === "frame"));
}

/** Cards and links from afar: boxes without words, and lines from middle to middle. */
export function previewOf(cards: readonly TemplateCard[], links: readonly TemplateLink[]): BoardPreview {
  const middles = new Map(
    cards.map((card) => {
      const [[x, y], [w, h]] = [card.position, sizeOf(card)];
      return [card.key, [x + w / 2, y + h / 2] as const];
    }),
  );
  const middleOf = (key: string): Pair => middles.get(key) ?? [0, 0];
  return {
    cards: cards.map((card) => [CARD_KINDS.indexOf(card.kind), ...card.position, ...sizeOf(card)]),
    links: links.map(({ from, to, polarity }) => [...middleOf(from), ...middleOf(to), polarity === "+" ? 1 : -1]),
  };
}

// the tables are written out whole: their own keys are all the keys there are
export const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[];
