import {
  isTrashed,
  titleOf,
  type BallotMethod,
  type BoardSnapshot,
  type CardId,
  type CardKind,
  type LinkId,
} from "@palabre/shared/terms";
import type { OpenBallot } from "@palabre/shared/protocol";
import type { Text } from "../../i18n/index.ts";
import type { Choice } from "../../ui/index.ts";
import { whyNotOpened } from "./whyNotOpened.ts";

/** What can be asked about: each with the scope that the server is told. */
interface Scope extends Choice {
  readonly scope: OpenBallot["scope"];
}
export interface ScopeChoice extends Scope {
  /** why the method can't ask about it now */
  readonly disabledReason: string | undefined;
}

const KINDS = ["expectation", "factor", "strategy", "quote", "note"] as const satisfies readonly CardKind[];

/** What a method can be about on this board now, what is selected first. */
export function scopeChoices(
  method: BallotMethod,
  snapshot: BoardSnapshot,
  selection: ReadonlySet<CardId | LinkId>,
  { t }: Pick<Text, "t">,
): readonly ScopeChoice[] {
  const scopes = method === "links" ? linkScopes(snapshot, selection, { t }) : cardScopes(snapshot, selection, { t });
  return scopes.map((each) => ({
    ...each,
    disabledReason: whyNotOpened({ method, scope: each.scope }, each.label, snapshot, { t }),
  }));
}

function linkScopes(
  { links, cards }: BoardSnapshot,
  selection: ReadonlySet<CardId | LinkId>,
  { t }: Pick<Text, "t">,
): readonly Scope[] {
  const isThere = (id: CardId): boolean => {
    const card = cards.get(id);
    return card !== undefined && !isTrashed(card);
  };
  const all = [...links.values()].filter((link) => !isTrashed(link) && isThere(link.from) && isThere(link.to));
  const chosen = all.filter(({ id }) => selection.has(id)).map(({ id }) => id);
  return [
    ...(chosen.length === 0
      ? []
      : [{ id: "chosen", label: t("vote.scope.chosenLinks", { n: chosen.length }), scope: { links: chosen } }]),
    ...(all.length === 0
      ? []
      : [{ id: "links", label: t("vote.scope.links", { n: all.length }), scope: { links: "all" as const } }]),
  ];
}

function cardScopes(
  { cards }: BoardSnapshot,
  selection: ReadonlySet<CardId | LinkId>,
  { t }: Pick<Text, "t">,
): readonly Scope[] {
  const all = [...cards.values()].filter((card) => !isTrashed(card));
  const chosen = all.filter(({ id, kind }) => kind !== "frame" && selection.has(id)).map(({ id }) => id);
  const kinds = KINDS.flatMap((kind): Scope[] => {
    // a card that nobody has written in yet is not asked about
    const n = all.filter((card) => card.kind === kind && titleOf(card) !== "").length;
    return n < 2 ? [] : [{ id: kind, label: t(`vote.scope.${kind}`, { n }), scope: { kind } }];
  });
  const frames = all
    .filter(({ kind }) => kind === "frame")
    .map((card): Scope => ({
      id: card.id,
      label: t("vote.scope.frame", { title: titleOf(card) || t("voting.untitled") }),
      scope: { frame: card.id },
    }));
  return [
    ...(chosen.length < 2
      ? []
      : [{ id: "chosen", label: t("vote.scope.chosen", { n: chosen.length }), scope: { cards: chosen } }]),
    ...kinds,
    ...frames,
  ];
}
