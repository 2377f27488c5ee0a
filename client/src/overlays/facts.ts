import { FACTOR_LEVELS, isCardKind, type Card, type CardId, type PersonId } from "@palabre/shared/terms";
import { kindWord } from "../figures/index.ts";
import type { GroupReading } from "./mapReading.ts";

export function groupsOf(
  cards: readonly Card[],
  groupOf: (card: Card) => string | undefined,
): ReadonlyMap<CardId, string> {
  const groups = new Map<CardId, string>();
  for (const card of cards) {
    const group = groupOf(card);
    if (group !== undefined) groups.set(card.id, group);
  }
  return groups;
}

/** The tags of a board, the most used first; of equally used ones, the first in the order of letters. */
function rankedTags(cards: readonly Card[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { attributes } of cards)
    for (const tag of attributes.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return new Map(ranked.map(([tag], rank) => [tag, rank]));
}

/** Those of the cards themselves, where they stand out from the ground. */
const KIND_COLOURS: Readonly<Record<string, string>> = {
  expectation: "var(--expectation-line)",
  factor: "var(--factor-line)",
  strategy: "var(--strategy-line)",
  quote: "var(--quote-ink)",
  resource: "var(--quote-ink)",
  note: "var(--note-ink)",
};
const KINDS = ["expectation", "factor", "strategy", "quote", "resource", "note", "image", "drawing"];

/** What people said of a card themselves. */
export const FACTS = {
  kind: {
    type: "group",
    label: "overlay.byKind",
    order: KINDS,
    groupsOf: ({ cards }) => groupsOf(cards, ({ kind }) => (isCardKind(kind) ? kind : undefined)),
    write: (kind, text) => kindWord({ kind }, text),
    colourOf: (kind) => KIND_COLOURS[kind] ?? "var(--edge)",
  },
  level: {
    type: "group",
    label: "overlay.byLevel",
    order: FACTOR_LEVELS,
    groupsOf: ({ cards }) => groupsOf(cards, ({ attributes }) => attributes.level),
    write: (level, { t }) => {
      switch (level) {
        case "member":
          return t("kind.levelMember");
        case "group":
          return t("kind.levelGroup");
        default:
          return t("kind.levelEnvironment");
      }
    },
  },
  // a card with several tags stands under the one that is used most
  tag: {
    type: "group",
    label: "overlay.byTag",
    order: [],
    groupsOf: ({ cards }) => {
      const ranks = rankedTags(cards);
      const rankOf = (tag: string) => ranks.get(tag) ?? Infinity;
      return groupsOf(cards, ({ attributes }) => attributes.tags?.toSorted((a, b) => rankOf(a) - rankOf(b))[0]);
    },
    write: (tag) => tag,
  },
  // what was written without a name has none here either
  author: {
    type: "group",
    label: "overlay.byAuthor",
    order: [],
    groupsOf: ({ cards }) => groupsOf(cards, ({ by }) => by),
    write: (person, { t }, { nameOf }) => nameOf(person as PersonId) ?? t("overlay.somebody"),
  },
} as const satisfies Readonly<Record<string, GroupReading>>;
