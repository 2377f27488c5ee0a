import { lazy } from "react";
import { withTexts } from "../i18n/index.ts";

const analyse = () => withTexts(["analyse", "choice", "overlay", "whatIf"], () => import("./analyse/index.ts"));
const card = () =>
  withTexts(["comments", "decision", "facts", "query", "reasons", "vote", "voting"], () => import("./CardPanel.tsx"));
const comments = () => withTexts(["comments"], () => import("./comments/index.ts"));
const drafts = () => withTexts(["drafts"], () => import("./drafts/index.ts"));
const history = () => withTexts(["history"], () => import("./HistoryPanel.tsx"));
const listen = () =>
  withTexts(["csv", "heard", "listen", "query", "sources", "watch"], () => import("./listen/index.ts"));
const people = () => withTexts(["people"], () => import("./people/index.ts"));
const joining = () => withTexts(["slide"], () => import("./joining/index.ts"));
const run = () =>
  withTexts(
    ["decision", "drafts", "phase", "run", "slide", "together", "vote", "voting"],
    () => import("./run/index.ts"),
  );
const vote = () => withTexts(["decision", "vote", "voting"], () => import("./vote/index.ts"));
const share = () => withTexts(["share", "slide"], () => import("./SharePanel.tsx"));
const acts = () => withTexts(["history"], () => import("./historyDialogs.ts"));
const trash = () => import("./TrashDialog.tsx");

/** What is not on the screen when a board opens is fetched after it: the board itself is there sooner. */
export const AnalysePanel = lazy(async () => ({ default: (await analyse()).AnalysePanel }));
export const CardPanel = lazy(async () => ({ default: (await card()).CardPanel }));
export const MentionWatch = lazy(async () => ({ default: (await comments()).MentionWatch }));
export const DraftsBanner = lazy(async () => ({ default: (await drafts()).DraftsBanner }));
export const HistoryPanel = lazy(async () => ({ default: (await history()).HistoryPanel }));
export const ListenPanel = lazy(async () => ({ default: (await listen()).ListenPanel }));
export const PeoplePanel = lazy(async () => ({ default: (await people()).PeoplePanel }));
export const RunPanel = lazy(async () => ({ default: (await run()).RunPanel }));
export const BallotSlip = lazy(async () => ({ default: (await vote()).BallotSlip }));
export const VoteMarks = lazy(async () => ({ default: (await vote()).VoteMarks }));
export const VotePanel = lazy(async () => ({ default: (await vote()).VotePanel }));
export const DoorBanner = lazy(async () => ({ default: (await joining()).DoorBanner }));
export const SlideDialog = lazy(async () => ({ default: (await joining()).SlideDialog }));
export const SharePanel = lazy(async () => ({ default: (await share()).SharePanel }));
export const SpotlightSlip = lazy(async () => ({ default: (await analyse()).SpotlightSlip }));
export const RestoreDialog = lazy(async () => ({ default: (await acts()).RestoreDialog }));
export const UndoPersonDialog = lazy(async () => ({ default: (await acts()).UndoPersonDialog }));
export const TrashDialog = lazy(async () => ({ default: (await trash()).TrashDialog }));

/** Fetches all that a person may open ahead of need, so that they open at once, and still do when the connection is gone by then. */
export async function fetchPanels(isFacilitator: boolean): Promise<void> {
  await Promise.all([
    analyse(),
    card(),
    history(),
    acts(),
    listen(),
    people(),
    share(),
    trash(),
    vote(),
    isFacilitator && run(),
  ]);
}
