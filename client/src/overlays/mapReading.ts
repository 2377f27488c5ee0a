import type { Annotation, Card, CardId, PersonId } from "@palabre/shared/terms";
import type { MessageKey, Text } from "../i18n/index.ts";

/** What a map says of a card, of all that its structure says; the names are those of the analysis. */
export interface StructureFigures {
  /** undefined for what is not compared: shares are of those that are */
  readonly rank: number | undefined;
  readonly influenceShare: number;
  readonly dependenceShare: number;
  readonly indirectInfluenceShare: number;
  readonly indirectDependenceShare: number;
  readonly reinforcing: number;
  readonly balancing: number;
  readonly betweenness: number | undefined;
  readonly community: number | undefined;
  readonly quadrant: string | undefined;
}

/** What the readings are taken from. */
export interface ReadingSource {
  /** those that are drawn, frames left out */
  readonly cards: readonly Card[];
  /** undefined for who is not known here */
  readonly nameOf: (person: PersonId) => string | undefined;
  readonly annotationOf: (card: CardId) => Annotation | undefined;
  /** undefined while it is being computed */
  readonly structureOf: ((card: CardId) => StructureFigures | undefined) | undefined;
}

export type LabelKey = Extract<MessageKey, `overlay.by${string}`>;
export type UnitKey = Extract<MessageKey, `overlay.unit${string}`>;

/** Something of which every card has a figure, or none. */
export interface FigureReading {
  readonly type: "figure";
  readonly label: LabelKey;
  /** what its figures are counted in */
  readonly unit: UnitKey;
  readonly figuresOf: (source: ReadingSource) => ReadonlyMap<CardId, number>;
  readonly write: (figure: number, text: Text) => string;
}
/** Something by which cards fall into groups. */
export interface GroupReading {
  readonly type: "group";
  readonly label: LabelKey;
  readonly groupsOf: (source: ReadingSource) => ReadonlyMap<CardId, string>;
  readonly write: (group: string, text: Text, source: ReadingSource) => string;
  /** the groups in the order in which they are listed; those that it does not name come after, the largest first */
  readonly order: readonly string[];
  /** as CSS, for groups that have a colour of their own everywhere */
  readonly colourOf?: (group: string) => string;
}
export type MapReading = FigureReading | GroupReading;
