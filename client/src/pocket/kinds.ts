import type { IdeaKind } from "@palabre/shared/protocol";
import type { MessageKey } from "../i18n/index.ts";
import {
  ExpectationIcon,
  FactorIcon,
  NoteIcon,
  QuoteIcon,
  ResourceIcon,
  StrategyIcon,
  type IconDrawing,
} from "../ui/index.ts";

const KINDS: Readonly<Record<IdeaKind, readonly [IconDrawing, MessageKey]>> = {
  expectation: [ExpectationIcon, "pocket.kind.expectation"],
  factor: [FactorIcon, "pocket.kind.factor"],
  strategy: [StrategyIcon, "pocket.kind.strategy"],
  note: [NoteIcon, "pocket.kind.note"],
  quote: [QuoteIcon, "pocket.kind.quote"],
  resource: [ResourceIcon, "pocket.kind.resource"],
};
const lookUp = (kind: string) => (kind in KINDS ? KINDS[kind as IdeaKind] : undefined);

/** The picture of a kind; a kind that a phone does not write is shown as a note. */
export const kindDrawing = (kind: string): IconDrawing => lookUp(kind)?.[0] ?? NoteIcon;
/** The key of its word. */
export const kindKey = (kind: string) => (lookUp(kind)?.[1] ?? "pocket.kind.other") as "pocket.kind.other";
