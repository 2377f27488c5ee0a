import { useEffect } from "react";
import { AppError } from "@palabre/shared/errors";
import { CLOSE } from "@palabre/shared/protocol";
import type { PhaseId } from "@palabre/shared/terms";
import { BoardCanvas } from "../canvas/index.ts";
import { useText, withTexts } from "../i18n/index.ts";
import {
  BallotSlip,
  DoorBanner,
  DraftsBanner,
  fetchPanels,
  MentionWatch,
  RestoreDialog,
  RevealWatch,
  SharePanel,
  SlideDialog,
  SpotlightSlip,
  TemplatesDialog,
  TrashDialog,
  UndoPersonDialog,
  VoteMarks,
} from "../panels/index.ts";
import { fetchTogether, FollowFrame, TogetherSlips } from "./laterTogether.ts";
import { fetchNameForm } from "../people/index.ts";
import {
  BoardContext,
  type BoardState,
  type Drafting,
  loadDrafting,
  loadRestore,
  useBoard,
  useDesk,
  useSpotlit,
  useStatus,
  useUi,
  useWorkshop,
} from "../state/index.ts";
import {
  announce,
  Button,
  classes,
  EmptyState,
  fetchPopups,
  later,
  RetryIcon,
  UnreachableIcon,
  UpdateBanner,
} from "../ui/index.ts";
import { IndexTabs } from "./IndexTabs.tsx";
import {
  BottomSheet,
  Dock,
  fetchBars,
  FindingTools,
  FindSlip,
  NameSlip,
  RulesBanner,
  VersionBar,
} from "./laterBars.ts";
import { PhaseSlip } from "./laterPhase.tsx";
import { Ground } from "./Paper.tsx";
import { Refusal } from "./Refusal.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { StatusBanner } from "./StatusBanner.tsx";
import { ToolRail } from "./ToolRail.tsx";
import { TopBar } from "./TopBar.tsx";
import { useCardOfAddress } from "./useCardOfAddress.ts";
import { useLoaded } from "./useLoaded.ts";
import { useLookAt } from "./useLookAt.ts";
import { useKeptPreview } from "./useKeptPreview.ts";
import { NARROW, useMedia, WIDE } from "./useMedia.ts";
import { useAlertsTold } from "./useAlertsTold.ts";
import { useKeyboardKept } from "./useKeyboardKept.ts";
import { usePanelEscape } from "./usePanelEscape.ts";
import { usePanelOnSelection } from "./usePanelOnSelection.ts";
import { useResuming } from "./useResuming.ts";
import { useTelling } from "./useTelling.ts";
import { useDrafting } from "./useDrafting.ts";
import { useForbidden } from "./useForbidden.ts";
import { useUnsavedWarning } from "./useUnsavedWarning.ts";
import { useVersion } from "./useVersion.ts";
import css from "./BoardScreen.module.css";

const told = () => withTexts(["told"], () => import("./ToldDialog.tsx"));
const ToldDialog = later(async () => (await told()).ToldDialog);
const matrix = () => withTexts(["matrix"], () => import("../matrix/index.ts"));
const MatrixDialog = later(async () => (await matrix()).MatrixDialog);
const clusters = () => withTexts(["clusters", "overlay", "whatIf"], () => import("../clusters/index.ts"));
const ClustersDialog = later(async () => (await clusters()).ClustersDialog);
const notices = () => withTexts(["notices"], () => import("../notices/index.ts"));
const Notices = later(async () => (await notices()).Notices);
const twin = () => withTexts(["twin"], () => import("../twin/index.ts"));
const TwinDialog = later(async () => (await twin()).TwinDialog);
const overlays = () => withTexts(["overlay", "whatIf"], () => import("../overlays/index.ts"));
const Overlays = later(async () => (await overlays()).Overlays);
const HypothesisSlip = later(async () => (await overlays()).HypothesisSlip);

export interface BoardScreenProps {
  /** this person has just been given a name */
  readonly isNew: boolean;
  /** opens the board afresh, after the server ended the connection for good */
  readonly onReopen: () => void;
}

/** The board and all that stands around it. */
export const BoardScreen = (props: BoardScreenProps) => {
  const live = useBoard();
  const { phase, drafting, canvas } = useDrafting(live);
  return (
    <BoardContext value={drafting?.board ?? live}>
      <Screen {...props} silent={phase} drafting={drafting} canvas={canvas} />
    </BoardContext>
  );
};

interface ScreenProps extends BoardScreenProps {
  /** the phase in which people write in silence, or wrote what waits */
  readonly silent: PhaseId | undefined;
  readonly drafting: Drafting | undefined;
  readonly canvas: BoardState | undefined;
}
const Screen = ({ isNew, onReopen, silent, drafting, canvas }: ScreenProps) => {
  const { t } = useText();
  const board = useBoard();
  const status = useStatus();
  const { isLoaded, isSlow } = useLoaded(board);
  const isSharing = useUi((ui) => ui.isSharing);
  const dialog = useUi((ui) => ui.dialog);
  const isAwaited = (useDesk()?.waiting.size ?? 0) > 0;
  const isLit = useSpotlit() !== undefined;
  const isOverlaid = useUi((ui) => (ui.hypothesis ?? ui.overlay) !== undefined);
  const isFollowing = useUi(({ following }) => following !== undefined);
  const hasDrafts = useWorkshop().drafts.length > 0;
  const isBare = useUi((ui) => ui.isBare);
  const isNarrow = useMedia(NARROW);
  const isWide = useMedia(WIDE);
  const version = useVersion(board, isNarrow);
  /** what the canvas shows: the board, or an earlier state of it */
  const shown = version ?? canvas ?? board;
  useUnsavedWarning(board);
  useTelling(board);
  useResuming(canvas ?? board);
  useForbidden(board);
  useKeptPreview(board, isLoaded);
  useLookAt(shown, isNarrow);
  useCardOfAddress(shown, isLoaded);
  useAlertsTold(isLoaded);
  usePanelEscape(board);
  useKeyboardKept();
  usePanelOnSelection(shown, isWide ? "beside" : isNarrow ? "under" : "over");
  useEffect(() => {
    // what tells of work that could not be kept comes while the board itself is on its way
    void Promise.all([fetchPopups(), told()]).catch(() => undefined);
  }, []);
  useEffect(() => {
    // what could not be fetched now is asked for again when it is opened
    if (!isLoaded) return;
    void Promise.all([
      fetchBars(),
      fetchNameForm(),
      fetchTogether(),
      fetchPanels(board.mayFacilitate),
      matrix(),
      twin(),
      overlays(),
      loadDrafting(),
      // a server that refuses may have another build by then
      loadRestore(),
    ]).catch(() => undefined);
  }, [isLoaded, board]);
  useEffect(() => {
    if (isSlow && !isLoaded) announce(t("board.slow"));
  }, [isSlow, isLoaded, t]);

  const isRefused = status.type === "refused";
  // who was removed is told so in the place of the board
  if (isRefused && (!isLoaded || status.code === CLOSE.removed))
    return <Refusal boardId={board.me.id} fault={faultOfClose(status.code)} onRetry={onReopen} />;
  return (
    <div className={classes(css["app"], isBare && css["bare"])}>
      <a className="skip" href="#canvas">
        {t("board.skip")}
      </a>
      <button type="button" className="skip" onClick={() => board.ui.set({ dialog: "twin" })}>
        {t("board.skipToText")}
      </button>
      <TopBar isNarrow={isNarrow} />
      {!isNarrow && (
        <BoardContext value={shown}>
          <ToolRail isEnded={isRefused} />
        </BoardContext>
      )}
      <Ground>
        <div className={css["banners"]} data-hanging>
          <UpdateBanner text={t("frame.updated")} reload={t("frame.reload")} />
          <StatusBanner onReopen={onReopen} />
          {isLoaded && silent && <DraftsBanner phase={silent} drafting={drafting} />}
          {isLoaded && <RulesBanner />}
          {isLoaded && <PhaseSlip />}
          {isLoaded && isAwaited && <DoorBanner />}
          {isLoaded && isLit && <SpotlightSlip />}
          {isLoaded && <BallotSlip />}
          {isLoaded && <TogetherSlips />}
          {isLoaded && <MentionWatch />}
          <VersionBar isOpen={version !== undefined} />
          {isLoaded && isNew && <NameSlip />}
          {isOverlaid && !version && <HypothesisSlip />}
          <BoardContext value={shown}>
            {isLoaded && !isRefused && <FindSlip />}
            {isLoaded && hasDrafts && <RevealWatch />}
          </BoardContext>
        </div>
        <div className={classes(css["content"], version && css["past"])} inert={isRefused}>
          <BoardContext value={shown}>
            {isLoaded ? <BoardCanvas /> : isSlow && <Slow onRetry={onReopen} />}
            {isLoaded && <FindingTools />}
          </BoardContext>
          {isLoaded && !version && <VoteMarks />}
          {isOverlaid && !version && <Overlays />}
          {isFollowing && !version && <FollowFrame />}
        </div>
      </Ground>
      {!isNarrow && isLoaded && <SidePanel isEnded={isRefused} shown={shown} />}
      {!isNarrow && <IndexTabs isWide={isWide} />}
      {isNarrow && isLoaded && <BottomSheet isEnded={isRefused} shown={shown} />}
      {isNarrow && (
        <BoardContext value={shown}>
          <Dock isEnded={isRefused} />
        </BoardContext>
      )}
      {isSharing && (
        <SharePanel
          boardId={board.me.id}
          role={board.me.role}
          isOpen
          onClose={() => board.ui.set({ isSharing: false })}
        />
      )}
      {dialog === "trash" && <TrashDialog />}
      {dialog === "told" && <ToldDialog />}
      {dialog === "restore" && <RestoreDialog />}
      {dialog === "undoPerson" && <UndoPersonDialog />}
      {dialog === "templates" && <TemplatesDialog />}
      {dialog === "matrix" && <MatrixDialog />}
      {dialog === "clusters" && <ClustersDialog />}
      {dialog === "twin" && <TwinDialog />}
      {isLoaded && <Notices />}
      {dialog === "slide" && <SlideDialog />}
    </div>
  );
};

/** An opening that takes long is an error in the making, never an empty board. */
const Slow = ({ onRetry }: { readonly onRetry: () => void }) => {
  const { t } = useText();
  return (
    <div className={css["slow"]}>
      <EmptyState
        icon={UnreachableIcon}
        title={t("board.failed")}
        text={t("board.slow")}
        actions={
          <Button tone="primary" icon={RetryIcon} onPress={onRetry}>
            {t("frame.retry")}
          </Button>
        }
      />
    </div>
  );
};

/** A connection that was refused before anything was heard, as the fault it is. */
const faultOfClose = (code: number): AppError => {
  const codes = {
    [CLOSE.noSession]: "no-session",
    [CLOSE.forbidden]: "forbidden",
    [CLOSE.unknownBoard]: "unknown-board",
    [CLOSE.removed]: "removed",
  } as const;
  return new AppError(codes[code as keyof typeof codes] ?? "damaged-document", `the server closed with ${code}`);
};
