import type { Language } from "@palabre/shared/terms";
import type { Message, Translated } from "./translate.ts";

type Files<Source extends Readonly<Record<string, Message>>> = Readonly<Record<"en", () => Promise<Source>>> &
  Readonly<Record<Exclude<Language, "en">, () => Promise<Translated<Source>>>>;
const part = <Source extends Readonly<Record<string, Message>>>(
  en: Files<Source>["en"],
  fr: () => Promise<NoInfer<Translated<Source>>>,
): Files<Source> => ({ en, fr });

/** The texts that a page fetches only with the panel or the dialog that shows them: `withTexts` names them beside its module. */
export const PARTS = {
  analyse: part(
    async () => (await import("./analyse.en.ts")).analyse,
    async () => (await import("./analyse.fr.ts")).analyse,
  ),
  arrange: part(
    async () => (await import("./arrange.en.ts")).arrange,
    async () => (await import("./arrange.fr.ts")).arrange,
  ),
  clusters: part(
    async () => (await import("./clusters.en.ts")).clusters,
    async () => (await import("./clusters.fr.ts")).clusters,
  ),
  choice: part(
    async () => (await import("./choice.en.ts")).choice,
    async () => (await import("./choice.fr.ts")).choice,
  ),
  decision: part(
    async () => (await import("./decision.en.ts")).decision,
    async () => (await import("./decision.fr.ts")).decision,
  ),
  comments: part(
    async () => (await import("./comments.en.ts")).comments,
    async () => (await import("./comments.fr.ts")).comments,
  ),
  drafts: part(
    async () => (await import("./drafts.en.ts")).drafts,
    async () => (await import("./drafts.fr.ts")).drafts,
  ),
  facts: part(
    async () => (await import("./facts.en.ts")).facts,
    async () => (await import("./facts.fr.ts")).facts,
  ),
  finding: part(
    async () => (await import("./finding.en.ts")).finding,
    async () => (await import("./finding.fr.ts")).finding,
  ),
  heard: part(
    async () => (await import("./heard.en.ts")).heard,
    async () => (await import("./heard.fr.ts")).heard,
  ),
  history: part(
    async () => (await import("./history.en.ts")).history,
    async () => (await import("./history.fr.ts")).history,
  ),
  home: part(
    async () => (await import("./home.en.ts")).home,
    async () => (await import("./home.fr.ts")).home,
  ),
  join: part(
    async () => (await import("./join.en.ts")).join,
    async () => (await import("./join.fr.ts")).join,
  ),
  library: part(
    async () => (await import("./library.en.ts")).library,
    async () => (await import("./library.fr.ts")).library,
  ),
  listen: part(
    async () => (await import("./listen.en.ts")).listen,
    async () => (await import("./listen.fr.ts")).listen,
  ),
  csv: part(
    async () => (await import("./csv.en.ts")).csv,
    async () => (await import("./csv.fr.ts")).csv,
  ),
  sources: part(
    async () => (await import("./sources.en.ts")).sources,
    async () => (await import("./sources.fr.ts")).sources,
  ),
  query: part(
    async () => (await import("./query.en.ts")).query,
    async () => (await import("./query.fr.ts")).query,
  ),
  watch: part(
    async () => (await import("./watch.en.ts")).watch,
    async () => (await import("./watch.fr.ts")).watch,
  ),
  matrix: part(
    async () => (await import("./matrix.en.ts")).matrix,
    async () => (await import("./matrix.fr.ts")).matrix,
  ),
  notices: part(
    async () => (await import("./notices.en.ts")).notices,
    async () => (await import("./notices.fr.ts")).notices,
  ),
  overlay: part(
    async () => (await import("./overlay.en.ts")).overlay,
    async () => (await import("./overlay.fr.ts")).overlay,
  ),
  people: part(
    async () => (await import("./people.en.ts")).people,
    async () => (await import("./people.fr.ts")).people,
  ),
  phase: part(
    async () => (await import("./phase.en.ts")).phase,
    async () => (await import("./phase.fr.ts")).phase,
  ),
  pocket: part(
    async () => (await import("./pocket.en.ts")).pocket,
    async () => (await import("./pocket.fr.ts")).pocket,
  ),
  reading: part(
    async () => (await import("./reading.en.ts")).reading,
    async () => (await import("./reading.fr.ts")).reading,
  ),
  reasons: part(
    async () => (await import("./reasons.en.ts")).reasons,
    async () => (await import("./reasons.fr.ts")).reasons,
  ),
  run: part(
    async () => (await import("./run.en.ts")).run,
    async () => (await import("./run.fr.ts")).run,
  ),
  share: part(
    async () => (await import("./share.en.ts")).share,
    async () => (await import("./share.fr.ts")).share,
  ),
  slide: part(
    async () => (await import("./slide.en.ts")).slide,
    async () => (await import("./slide.fr.ts")).slide,
  ),
  together: part(
    async () => (await import("./together.en.ts")).together,
    async () => (await import("./together.fr.ts")).together,
  ),
  twin: part(
    async () => (await import("./twin.en.ts")).twin,
    async () => (await import("./twin.fr.ts")).twin,
  ),
  told: part(
    async () => (await import("./told.en.ts")).told,
    async () => (await import("./told.fr.ts")).told,
  ),
  vote: part(
    async () => (await import("./vote.en.ts")).vote,
    async () => (await import("./vote.fr.ts")).vote,
  ),
  voting: part(
    async () => (await import("./voting.en.ts")).voting,
    async () => (await import("./voting.fr.ts")).voting,
  ),
  waiting: part(
    async () => (await import("./waiting.en.ts")).waiting,
    async () => (await import("./waiting.fr.ts")).waiting,
  ),
  whatIf: part(
    async () => (await import("./whatIf.en.ts")).whatIf,
    async () => (await import("./whatIf.fr.ts")).whatIf,
  ),
};
export type PartName = keyof typeof PARTS;
type PartMessages = Awaited<ReturnType<(typeof PARTS)[PartName]["en"]>>;
type Joined<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** What all parts say together. */
export type LaterMessages = Joined<PartMessages>;
