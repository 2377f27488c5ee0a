import { PAPERS_NEEDED } from "@palabre/shared/facilitation/ballots";
import { KANO_CLASSES, type Ballot, type OptionTally, type Tally } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { gradeNames } from "../../voting/index.ts";
import type { BarPart } from "./StackedBar.tsx";

/** What stands for the figures of an option: the parts of a bar (shares of its length), the figure in words, and what goes with it. */
export interface Picture {
  readonly parts: readonly BarPart[];
  readonly words: string;
  readonly more: string;
}
type Words = Pick<Text, "t" | "number" | "signed" | "percent">;

/** The figures of an option as its method shows them. */
export function pictureOf(ballot: Ballot, tally: Tally, of: OptionTally, text: Words): Picture {
  const { t, number, percent } = text;
  const { n = 0 } = of;
  if (ballot.method !== "dots") {
    if (n === 0) {
      const words = ballot.method === "judgment" ? t("vote.noGrade") : t("vote.nothingSaid");
      return { parts: [], words, more: "" };
    }
    // figures of a few would tell whose they are, and tallies of before that held may have some
    if (n < PAPERS_NEEDED || isBare(ballot, of))
      return { parts: [], words: t("vote.fewAnswers", { n }), more: t("vote.fewNeeded", { needs: PAPERS_NEEDED }) };
  }
  switch (ballot.method) {
    case "dots": {
      const isFew = of.n === undefined || (n > 0 && n < PAPERS_NEEDED);
      const people = isFew ? t("vote.fromFew") : t("vote.people", { n });
      const most = Math.max(1, ...Object.values(tally.perOption).map((each) => each?.dots ?? 0));
      const dots = of.dots ?? 0;
      return {
        parts: [bar(dots / most, "leaf")],
        words: t("vote.dots", { n: dots }),
        more:
          !isFew && (of.largestShare ?? 0) > 0.5
            ? `${people}, ${t("vote.largestShare", { share: percent(of.largestShare ?? 0) })}`
            : people,
      };
    }
    case "judgment": {
      const numbers = of.numbers ?? [];
      const total = Math.max(
        1,
        numbers.reduce((sum, n) => sum + n, 0),
      );
      const names = gradeNames(ballot.settings.grades, text);
      const grade =
        of.grade === undefined ? t("vote.noGrade") : `${names[of.grade] ?? ""} ${of.sign === "-" ? "−" : "+"}`;
      return {
        // the best stands first, as on the paper
        parts: numbers
          .map((n, place) => ({
            share: n / total,
            tone: `g${Math.round((6 * place) / Math.max(1, numbers.length - 1))}` as const,
            label: t("vote.part", { n, what: names[place] ?? "" }),
          }))
          .toReversed(),
        words: grade,
        more: t("vote.aboveBelow", { above: number(of.above ?? 0), below: number(of.below ?? 0) }),
      };
    }
    case "ranked": {
      const others = Math.max(1, ballot.options.length - 1);
      return {
        parts: [bar((of.beaten ?? 0) / others, "leaf")],
        words: t("vote.beats", { n: of.beaten ?? 0, total: others }),
        more: t("vote.firsts", { firsts: number(of.firsts ?? 0, { digits: 1 }) }),
      };
    }
    case "pairwise": {
      const { wins = 0, losses = 0, equals = 0 } = of;
      const all = Math.max(1, wins + losses + equals);
      return {
        parts: [
          { share: wins / all, tone: "plus", label: t("vote.won", { n: wins }) },
          { share: equals / all, tone: "neutral", label: t("vote.drawn", { n: equals }) },
          { share: losses / all, tone: "minus", label: t("vote.lost", { n: losses }) },
        ],
        words: t("vote.score", { score: number(of.score ?? 50, { digits: 0 }) }),
        more: t("vote.wonLost", { wins, losses }),
      };
    }
    case "agreement":
      return votes(
        [of.agree ?? 0, of.pass ?? 0, of.disagree ?? 0],
        ["vote.agrees", "vote.passes", "vote.disagrees"],
        text,
      );
    case "consent":
      return votes(
        [of.yes ?? 0, of.reserve ?? 0, of.objection ?? 0],
        ["vote.consents", "vote.reserves", "vote.objections"],
        text,
      );
    case "rating":
      return ballot.settings.rating === "kano" ? kano(of, text) : rated(of, text);
    case "links":
      return {
        parts: [],
        words: t("vote.median", { value: text.signed(of.median ?? 0, { digits: 1 }) }),
        more: spreadWords(of, text),
      };
  }
}

/** Enough people spoke of it, but not of both importance and satisfaction, or compared it with what few spoke of. */
const isBare = ({ method, settings }: Ballot, { opportunity, score }: OptionTally): boolean =>
  (method === "rating" && settings.rating !== "kano" && opportunity === undefined) ||
  (method === "pairwise" && score === undefined);

const bar = (share: number, tone: BarPart["tone"]): BarPart => ({ share, tone, label: "" });

/** What so many people say, as a sentence of theirs: "1 agrees", "3 agree". */
type Said = `vote.${"agrees" | "passes" | "disagrees" | "consents" | "reserves" | "objections"}`;

/** For, between and against: the share of the first in words, the three in the bar. */
function votes(
  counts: readonly [number, number, number],
  names: readonly [Said, Said, Said],
  { t, percent }: Words,
): Picture {
  const total = Math.max(1, counts[0] + counts[1] + counts[2]);
  const tones = ["plus", "neutral", "minus"] as const;
  const parts = names.map((name, place) => ({
    share: (counts[place] ?? 0) / total,
    tone: tones[place] ?? "neutral",
    label: t(name, { n: counts[place] ?? 0 }),
  }));
  return { parts, words: percent(counts[0] / total), more: parts.map(({ label }) => label).join(" · ") };
}

function rated(of: OptionTally, { t, number }: Words): Picture {
  const { importance = 0, satisfaction = 0, opportunity = 0, n = 0 } = of;
  return {
    parts: [bar(opportunity / 20, "leaf")],
    words: t("vote.opportunity", { value: number(opportunity, { digits: 1 }) }),
    more: t("vote.importanceOf", {
      importance: number(importance, { digits: 1 }),
      satisfaction: number(satisfaction, { digits: 1 }),
      n,
    }),
  };
}

/** More answers than this part that contradict themselves: the question is bad, not what it is about. */
const MOST_CONTRADICTING = 0.1;

function kano(of: OptionTally, { t, number }: Words): Picture {
  const { kano: counts, kanoClass, isSettled, n = 0, better, worse } = of;
  const total = Math.max(1, n);
  const tones = { M: "minus", O: "leaf", A: "plus", I: "neutral", R: "g1", Q: "g3" } as const;
  return {
    parts: KANO_CLASSES.map((each) => ({
      share: (counts?.[each] ?? 0) / total,
      tone: tones[each],
      label: t("vote.part", { n: counts?.[each] ?? 0, what: t(`vote.kano.${each}`) }),
    })),
    words: kanoClass === undefined ? t("vote.kanoFew", { n }) : t(`vote.kano.${kanoClass}`),
    more: [
      kanoClass !== undefined && isSettled === false && t("vote.kanoUnsettled"),
      kanoClass !== undefined && (counts?.Q ?? 0) > MOST_CONTRADICTING * n && t("vote.kanoContradicts"),
      better !== undefined &&
        worse !== undefined &&
        t("vote.kanoBetter", { better: number(better, { exactly: 2 }), worse: number(worse, { exactly: 2 }) }),
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

/** How far apart people are on a link. */
const spreadWords = (
  { low = 0, high = 0, plus = 0, minus = 0, none = 0 }: OptionTally,
  { t, signed }: Pick<Text, "t" | "signed">,
): string =>
  `${t("vote.between", { low: signed(low, { digits: 1 }), high: signed(high, { digits: 1 }) })} · ${t("vote.signs", { plus, minus, none })}`;
