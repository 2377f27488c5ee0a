import { allowsNothing } from "@palabre/shared/facilitation";
import type { Phase, Reach, Role, RoleRules } from "@palabre/shared/terms";
import { CARD_KINDS } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

const isCardKind = (kind: string): kind is (typeof CARD_KINDS)[number] =>
  (CARD_KINDS as readonly string[]).includes(kind);

const isAll = ({ add, edit, move, trash, link, comment }: RoleRules): boolean =>
  add === "all" && edit === "all" && move === "all" && trash === "all" && link && comment;

/**
 * What a role may do, as one sentence: "You may add expectations, edit and move your own cards, and comment."
 * @param isOfOthers  said of the participants to who leads them
 */
export function mayWords(rules: RoleRules | undefined, text: Text, isOfOthers = false): string {
  const { t, locale } = text;
  if (rules === undefined || isAll(rules)) return t(isOfOthers ? "phase.theyAll" : "phase.mayAll");
  if (allowsNothing(rules)) return t(isOfOthers ? "phase.theyLook" : "phase.mayLook");
  const own = isOfOthers ? "phase.theirOwn" : "phase.doOwn";
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const acts: string[] = [];
  if (rules.add === "all") acts.push(t("phase.addAny"));
  else if (rules.add.length > 0) {
    const kinds = rules.add.map((kind) => t(isCardKind(kind) ? `phase.some.${kind}` : "phase.some.card"));
    acts.push(t("phase.add", { kinds: list.format(new Set(kinds)) }));
  }
  for (const reach of ["all", "own"] as const) {
    const verbs = verbsOf(rules, reach).map((verb) => t(`phase.do.${verb}`));
    if (verbs.length > 0) acts.push(t(reach === "all" ? "phase.doAll" : own, { verbs: list.format(verbs) }));
  }
  if (rules.link) acts.push(t("phase.link"));
  if (rules.comment) acts.push(t("phase.comment"));
  return t(isOfOthers ? "phase.theyMay" : "phase.may", { acts: joined(acts, t) });
}

/** What a step lets participants do, said to who looks: to them, to who leads them, and to who only watches. */
export function stepMayWords({ may, writing, ballot }: Phase, text: Text, role: Role): string {
  const rules = may?.participant;
  if (role === "viewer") return text.t("phase.viewerLooks");
  const isLeading = role === "facilitator";
  // who is asked to vote is not told to look on
  if (ballot && writing !== "silent" && allowsNothing(rules))
    return text.t(isLeading ? "phase.theyVote" : "phase.mayVote");
  // what may be written in silence never stands on the board
  if (writing === "silent" && (rules === undefined || isAll(rules)))
    return text.t(isLeading ? "phase.theyDraft" : "phase.mayDraft");
  return mayWords(rules, text, isLeading);
}

/** Acts hold lists of their own, so the last is set apart by a comma too. */
const joined = (acts: readonly string[], t: Text["t"]): string =>
  acts.length < 2
    ? acts.join("")
    : t("phase.lastly", { before: acts.slice(0, -1).join(", "), next: acts.at(-1) ?? "" });

const verbsOf = (rules: RoleRules, reach: Reach) =>
  (["edit", "move", "trash"] as const).filter((verb) => rules[verb] === reach);

/** What stays private in a step of what the reader writes, or of what others do for who only watches; empty where nobody writes. */
export function privateWords({ may, writing, signed }: Phase, { t }: Pick<Text, "t">, role: Role): string {
  const isWatching = role === "viewer";
  if (writing !== "silent") return isWatching || allowsNothing(may?.participant) ? "" : t("phase.public");
  if (isWatching) return t(signed === true ? "phase.viewerSilentSigned" : "phase.viewerSilent");
  return signed === true ? t("phase.silentSigned") : t("phase.silentAnonymous");
}
