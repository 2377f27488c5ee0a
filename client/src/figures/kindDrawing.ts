import { isCardKind, type CardKind } from "@palabre/shared/terms";
import {
  EditIcon,
  ImageIcon,
  ExpectationIcon,
  FactorIcon,
  FrameIcon,
  NoteIcon,
  QuoteIcon,
  ResourceIcon,
  StrategyIcon,
  type IconDrawing,
} from "../ui/index.ts";

const DRAWINGS: Readonly<Record<CardKind, IconDrawing>> = {
  expectation: ExpectationIcon,
  factor: FactorIcon,
  strategy: StrategyIcon,
  quote: QuoteIcon,
  resource: ResourceIcon,
  note: NoteIcon,
  frame: FrameIcon,
  image: ImageIcon,
  drawing: EditIcon,
};
/** The icon of a kind; a kind this version does not know is shown as a note. */
export const drawingOfKind = (kind: string): IconDrawing => DRAWINGS[isCardKind(kind) ? kind : "note"];
