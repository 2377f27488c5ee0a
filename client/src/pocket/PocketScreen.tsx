import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { wordsIn } from "@palabre/shared/terms";
import { useText, withTexts } from "../i18n/index.ts";
import { announce, classes, later } from "../ui/index.ts";
import { keepBegun } from "./begunPaper.ts";
import { chosenDoing, doingsOf, type Doing } from "./doings.ts";
import { Fault } from "./Fault.tsx";
import type { OpenPocket } from "./openPocket.ts";
import { useKeyboard } from "./useKeyboard.ts";
import { useTold } from "./useTold.ts";
import { NotDone } from "./NotDone.tsx";
import { ReactScreen } from "./ReactScreen.tsx";
import { ReadySlip } from "./ReadySlip.tsx";
import { StatusFoot } from "./StatusFoot.tsx";
import { TopBar } from "./TopBar.tsx";
import { WaitScreen } from "./WaitScreen.tsx";
import { WriteScreen } from "./WriteScreen.tsx";
import css from "./Pocket.module.css";

const fetchVote = () => withTexts(["pocket", "voting"], () => import("./VoteScreen.tsx"));
const Opening = () => {
  const { t } = useText();
  return <p className={css["quiet"]}>{t("pocket.opening")}</p>;
};
const VoteScreen = later(async () => (await fetchVote()).VoteScreen, Opening);
const fetchResult = () => withTexts(["voting", "result"], () => import("./ResultScreen.tsx"));
const ResultScreen = later(async () => (await fetchResult()).ResultScreen, Opening);
const fetchLate = () => withTexts(["pocket"], () => import("./LateThings.tsx"));
const LateThings = later(
  async () => (await fetchLate()).LateThings,
  () => null,
);
const WORDS = {
  vote: "pocket.vote",
  result: "pocket.result",
  write: "pocket.write",
  react: "pocket.react",
  wait: "pocket.write",
} as const;
/** What one came for is loaded first. */
const FETCH_LATER_MS = 2_000;

/** One thing at a time, following the workshop. */
export const PocketScreen = ({ pocket }: { readonly pocket: OpenPocket }) => {
  const { t, language } = useText();
  const state = useSyncExternalStore(pocket.subscribe, pocket.state);
  const { view, fault } = state;
  const [wanted, setWanted] = useState<{ readonly during: string; readonly doing: Doing }>();
  const step = view.step?.phase;
  const doings = doingsOf(view);
  // what was chosen holds for its step and until another ballot opens or is published: that begins with what it is for
  const during = [step, ...[...view.ballots, ...view.results].map(({ id }) => id)].join(" ");
  const doing = chosenDoing(doings, wanted?.during === during ? wanted.doing : undefined);
  useFollowed(step, view.step && t("pocket.begun", { n: view.step.n, title: wordsIn(view.step.title, language) }));
  useTold(view);
  useEffect(() => {
    document.title = `${view.title} – Palabre`;
  }, [view.title]);
  const keyboard = useKeyboard(`${doing} ${during}`);
  const published = view.results[0]?.id;
  useEffect(() => {
    if (published !== undefined) announce(t("pocket.published"), "assertive");
  }, [published, t]);
  const { person } = view.me;
  useEffect(() => {
    // a ballot that is closed may open again, one that is published never does
    for (const { id } of view.results) keepBegun({ board: pocket.board, person, ballot: id }, undefined);
  }, [view.results, pocket, person]);
  useEffect(() => {
    // it is here before the first ballot is, and although the network may be gone by then
    const timer = setTimeout(
      () => void Promise.all([fetchVote(), fetchResult(), fetchLate()]).catch(() => undefined),
      FETCH_LATER_MS,
    );
    return () => clearTimeout(timer);
  }, []);
  if (fault)
    return (
      <main className={css["page"]}>
        <div className={css["middle"]}>
          <Fault fault={fault} />
        </div>
      </main>
    );
  return (
    <div className={css["page"]} data-doing={doing}>
      <TopBar pocket={pocket} state={state} />
      <main className={css["main"]} {...keyboard}>
        {state.notDone && <NotDone fault={state.notDone} />}
        {state.waiting.some((each) => each.state !== "waiting") && <LateThings pocket={pocket} state={state} />}
        <ReadySlip pocket={pocket} isReady={view.me.isReady} />
        {doing === "vote" && <VoteScreen pocket={pocket} state={state} />}
        {doing === "result" && <ResultScreen pocket={pocket} state={state} />}
        {doing === "write" && <WriteScreen pocket={pocket} state={state} />}
        {doing === "react" && <ReactScreen pocket={pocket} state={state} />}
        {doing === "wait" && <WaitScreen pocket={pocket} view={view} />}
      </main>
      {doings.length > 1 && (
        <nav className={css["doings"]} aria-label={t("pocket.doing")}>
          {doings.map((each) => (
            <button
              key={each}
              type="button"
              className={classes(css["doing"], each === doing && css["isOn"])}
              aria-current={each === doing ? "page" : undefined}
              onClick={() => setWanted({ during, doing: each })}
            >
              {t(WORDS[each])}
            </button>
          ))}
        </nav>
      )}
      <StatusFoot state={state} />
    </div>
  );
};

/** Another step is said, and begins at the top of the page. */
function useFollowed(step: string | undefined, words: string | null): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (words !== null) announce(words, "assertive");
    scrollTo(0, 0);
  });
}
