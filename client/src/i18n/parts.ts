import type { Language } from "@palabre/shared/terms";
import type { Message, Translated } from "./translate.ts";

type Texts = Readonly<Record<string, Message>>;
/** The files of a part, each of which exports its texts by the part's name. */
type Files<Name extends string, Source extends Texts> = Readonly<Record<"en", () => Promise<Record<Name, Source>>>> &
  Readonly<Record<Exclude<Language, "en">, () => Promise<Record<Name, Translated<Source>>>>>;
const part = <Name extends string, Source extends Texts>(
  en: Files<Name, Source>["en"],
  fr: () => Promise<NoInfer<Record<Name, Translated<Source>>>>,
): Files<Name, Source> => ({ en, fr });

/** The texts that a page fetches only with the panel or the dialog that shows them: `withTexts` names them beside its module. */
export const PARTS = {
  analyse: part(
    () => import("./analyse.en.ts"),
    () => import("./analyse.fr.ts"),
  ),
  arrange: part(
    () => import("./arrange.en.ts"),
    () => import("./arrange.fr.ts"),
  ),
  clusters: part(
    () => import("./clusters.en.ts"),
    () => import("./clusters.fr.ts"),
  ),
  choice: part(
    () => import("./choice.en.ts"),
    () => import("./choice.fr.ts"),
  ),
  decision: part(
    () => import("./decision.en.ts"),
    () => import("./decision.fr.ts"),
  ),
  comments: part(
    () => import("./comments.en.ts"),
    () => import("./comments.fr.ts"),
  ),
  drafts: part(
    () => import("./drafts.en.ts"),
    () => import("./drafts.fr.ts"),
  ),
  facts: part(
    () => import("./facts.en.ts"),
    () => import("./facts.fr.ts"),
  ),
  finding: part(
    () => import("./finding.en.ts"),
    () => import("./finding.fr.ts"),
  ),
  heard: part(
    () => import("./heard.en.ts"),
    () => import("./heard.fr.ts"),
  ),
  history: part(
    () => import("./history.en.ts"),
    () => import("./history.fr.ts"),
  ),
  home: part(
    () => import("./home.en.ts"),
    () => import("./home.fr.ts"),
  ),
  join: part(
    () => import("./join.en.ts"),
    () => import("./join.fr.ts"),
  ),
  library: part(
    () => import("./library.en.ts"),
    () => import("./library.fr.ts"),
  ),
  listen: part(
    () => import("./listen.en.ts"),
    () => import("./listen.fr.ts"),
  ),
  csv: part(
    () => import("./csv.en.ts"),
    () => import("./csv.fr.ts"),
  ),
  sources: part(
    () => import("./sources.en.ts"),
    () => import("./sources.fr.ts"),
  ),
  query: part(
    () => import("./query.en.ts"),
    () => import("./query.fr.ts"),
  ),
  watch: part(
    () => import("./watch.en.ts"),
    () => import("./watch.fr.ts"),
  ),
  matrix: part(
    () => import("./matrix.en.ts"),
    () => import("./matrix.fr.ts"),
  ),
  notices: part(
    () => import("./notices.en.ts"),
    () => import("./notices.fr.ts"),
  ),
  overlay: part(
    () => import("./overlay.en.ts"),
    () => import("./overlay.fr.ts"),
  ),
  people: part(
    () => import("./people.en.ts"),
    () => import("./people.fr.ts"),
  ),
  phase: part(
    () => import("./phase.en.ts"),
    () => import("./phase.fr.ts"),
  ),
  pocket: part(
    () => import("./pocket.en.ts"),
    () => import("./pocket.fr.ts"),
  ),
  reading: part(
    () => import("./reading.en.ts"),
    () => import("./reading.fr.ts"),
  ),
  reasons: part(
    () => import("./reasons.en.ts"),
    () => import("./reasons.fr.ts"),
  ),
  result: part(
    () => import("./result.en.ts"),
    () => import("./result.fr.ts"),
  ),
  run: part(
    () => import("./run.en.ts"),
    () => import("./run.fr.ts"),
  ),
  share: part(
    () => import("./share.en.ts"),
    () => import("./share.fr.ts"),
  ),
  slide: part(
    () => import("./slide.en.ts"),
    () => import("./slide.fr.ts"),
  ),
  together: part(
    () => import("./together.en.ts"),
    () => import("./together.fr.ts"),
  ),
  twin: part(
    () => import("./twin.en.ts"),
    () => import("./twin.fr.ts"),
  ),
  told: part(
    () => import("./told.en.ts"),
    () => import("./told.fr.ts"),
  ),
  vote: part(
    () => import("./vote.en.ts"),
    () => import("./vote.fr.ts"),
  ),
  voting: part(
    () => import("./voting.en.ts"),
    () => import("./voting.fr.ts"),
  ),
  waiting: part(
    () => import("./waiting.en.ts"),
    () => import("./waiting.fr.ts"),
  ),
  whatIf: part(
    () => import("./whatIf.en.ts"),
    () => import("./whatIf.fr.ts"),
  ),
};
export type PartName = keyof typeof PARTS;
type PartMessages = {
  [Name in PartName]: (typeof PARTS)[Name] extends Files<Name, infer Source> ? Source : never;
}[PartName];
type Joined<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** What all parts say together. */
export type LaterMessages = Joined<PartMessages>;
