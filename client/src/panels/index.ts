export { CardPeek } from "./CardPeek.tsx";
export { usePanels } from "./panelList.ts";
export { selectedThings } from "./selectedThings.ts";
export { whenWords } from "./whenWords.ts";
export {
  BallotSlip,
  DoorBanner,
  fetchPanels,
  MentionWatch,
  RestoreDialog,
  RevealWatch,
  SharePanel,
  SlideDialog,
  DraftsBanner,
  SpotlightSlip,
  TemplatesDialog,
  TrashDialog,
  UndoPersonDialog,
  VoteMarks,
} from "./laterPanels.ts";
export { useNow } from "./pieces/index.ts";
