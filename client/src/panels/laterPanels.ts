import { withTexts } from "../i18n/index.ts";
import { later } from "../ui/index.ts";

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
export const AnalysePanel = later(async () => (await analyse()).AnalysePanel);
export const CardPanel = later(async () => (await card()).CardPanel);
export const MentionWatch = later(async () => (await comments()).MentionWatch);
export const DraftsBanner = later(async () => (await drafts()).DraftsBanner);
export const RevealWatch = later(async () => (await drafts()).RevealWatch);
export const HistoryPanel = later(async () => (await history()).HistoryPanel);
export const ListenPanel = later(async () => (await listen()).ListenPanel);
export const PeoplePanel = later(async () => (await people()).PeoplePanel);
export const RunPanel = later(async () => (await run()).RunPanel);
export const BallotSlip = later(async () => (await vote()).BallotSlip);
export const VoteMarks = later(async () => (await vote()).VoteMarks);
export const VotePanel = later(async () => (await vote()).VotePanel);
export const DoorBanner = later(async () => (await joining()).DoorBanner);
export const SlideDialog = later(async () => (await joining()).SlideDialog);
export const SharePanel = later(async () => (await share()).SharePanel);
export const SpotlightSlip = later(async () => (await analyse()).SpotlightSlip);
export const RestoreDialog = later(async () => (await acts()).RestoreDialog);
export const UndoPersonDialog = later(async () => (await acts()).UndoPersonDialog);
export const TemplatesDialog = later(async () => (await run()).TemplatesDialog);
export const TrashDialog = later(async () => (await trash()).TrashDialog);

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
