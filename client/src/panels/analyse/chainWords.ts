import type { CausalPath, Loop } from "@palabre/shared/analysis/structure";
import type { BoardSnapshot, CardId, LinkId, SpotlitThings } from "@palabre/shared/terms";
import type { MessageKey, Text } from "../../i18n/index.ts";
import { quoted, shortTitle } from "./titles.ts";

type Things = Pick<BoardSnapshot, "cards" | "links">;
type Words = Pick<Text, "t" | "locale">;

/**
 * A chain of influences as a sentence of more and less, begun with more of its first card. Titles are marked (`titles.ts`). A sign turns
 * more into less from there on; where a link of it is gone meanwhile the chain ends.
 */
function chainWords(cards: readonly CardId[], links: readonly LinkId[], things: Things, words: Words): string {
  const nameOf = (id: CardId | undefined) =>
    quoted(shortTitle(id === undefined ? undefined : things.cards.get(id), words), words);
  const steps: string[] = [];
  let isUp = true;
  for (const [i, id] of links.entries()) {
    const link = things.links.get(id);
    if (!link) break;
    const wasUp = isUp;
    if (link.polarity === "-") isUp = !isUp;
    const to = cards[i + 1] ?? cards[0];
    steps.push(words.t(stepKey(wasUp, isUp, link.delay), { from: nameOf(cards[i]), to: nameOf(to) }));
  }
  const [first = "", ...rest] = steps;
  const chain = rest.reduce(
    (before, next, i) =>
      words.t(i === rest.length - 1 && rest.length > 1 ? "analyse.lastly" : "analyse.then", { before, next }),
    first,
  );
  return chain.charAt(0).toLocaleUpperCase(words.locale) + chain.slice(1);
}

type StepKey = Extract<MessageKey, `analyse.step${string}`>;
const stepKey = (wasUp: boolean, isUp: boolean, isDelayed: boolean): StepKey =>
  `analyse.step${wasUp ? "Up" : "Down"}${isUp ? "Up" : "Down"}${isDelayed ? "Later" : ""}`;

/** A loop told all the way round, and what comes of it. */
export const loopSentence = ({ cards, links, kind }: Loop, things: Things, words: Words): string =>
  words.t(kind === "reinforcing" ? "analyse.reinforces" : "analyse.balances", {
    chain: chainWords(cards, links, things, words),
  });

/** A path from one card to another. */
export const pathSentence = ({ cards, links }: CausalPath, things: Things, words: Words): string =>
  words.t("analyse.path", { chain: chainWords(cards, links, things, words) });

const NAME_LENGTH = 24;

/**
 * What a loop is called by: the two of its cards at which its links weigh most, the earlier of the loop where they weigh the same.
 * @returns without a kind or two cards that are still there, just that it is a loop; plain text
 */
export function loopName({ cards, links, loop }: SpotlitThings, things: Things, { t }: Pick<Text, "t">): string {
  const weights = new Map<CardId, number>(cards.filter((id) => things.cards.has(id)).map((id) => [id, 0]));
  for (const id of links) {
    const link = things.links.get(id);
    for (const end of link ? [link.from, link.to] : []) {
      const weight = weights.get(end);
      if (weight !== undefined) weights.set(end, weight + (link?.strength ?? 0));
    }
  }
  const [a, b] = [...weights].toSorted(([, one], [, other]) => other - one).map(([id]) => things.cards.get(id));
  if (!a || !b || loop === undefined) return t("analyse.someLoop");
  const names = {
    a: t("analyse.quoted", { title: shortTitle(a, { t }, NAME_LENGTH) }),
    b: t("analyse.quoted", { title: shortTitle(b, { t }, NAME_LENGTH) }),
  };
  return loop === "reinforcing" ? t("analyse.circle", names) : t("analyse.brake", names);
}
