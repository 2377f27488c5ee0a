import type { CardAttributes, CardKind, Pair, Phase, Polarity, Post, Strength } from "../../terms/index.ts";

/** A card of a template, named by a key of its own; ids are given when a board is made from it. */
export interface TemplateCard {
  readonly key: string;
  readonly kind: CardKind;
  /** top left, in board px */
  readonly position: Pair;
  readonly text: string;
  /** the key of the frame it lies in */
  readonly in?: string;
  readonly attributes: Omit<CardAttributes, "frame">;
}

/** A link of a template, between two cards by their keys. */
export interface TemplateLink {
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
  readonly strength: Strength;
  readonly delay?: boolean;
  readonly label?: string;
}

/** A phase of a template's agenda, in every language; it looks at a card by its key, and its id is given when a board is made. */
export interface TemplatePhase extends Omit<Phase, "id" | "look"> {
  readonly look?: string;
}

/** All that a board made from a template begins with. Plain data: the server turns it into a document. */
export interface TemplateContents {
  readonly title: string;
  /** frames first, so that what lies in them is born after */
  readonly cards: readonly TemplateCard[];
  readonly links: readonly TemplateLink[];
  /** how the workshop is run; its facilitators change it as they like */
  readonly agenda: readonly TemplatePhase[];
  /** in any order; the source they come from is made with the board */
  readonly posts: readonly Omit<Post, "source">[];
  /** what people read as the source of the posts */
  readonly sourceName: string;
}
