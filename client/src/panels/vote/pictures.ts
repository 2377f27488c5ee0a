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
  const people = t("vote.people", { n: of.n });
  switch (ballot.method) {
    case "dots": {
      const most = Math.max(1, ...Object.values(tally.perOption).map((each) => each?.dots ?? 0));
      const dots = of.dots ?? 0;
      return {
        parts: [bar(dots / most, "leaf")],
        words: t("vote.dots", { n: dots }),
        more:
          (of.largestShare ?? 0) > 0.5 && of.n > 1
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
          { share: wins / all, tone: "plus", label: t("vote.part", { n: wins, what: t("vote.won") }) },
          { share: equals / all, tone: "neutral", label: t("vote.part", { n: equals, what: t("vote.drawn") }) },
          { share: losses / all, tone: "minus", label: t("vote.part", { n: losses, what: t("vote.lost") }) },
        ],
        words: t("vote.score", { score: number(of.score ?? 50, { digits: 0 }) }),
        more: t("vote.wonLost", { wins, losses }),
      };
    }
    case "agreement":
      return votes(
        of,
        [of.agree ?? 0, of.pass ?? 0, of.disagree ?? 0],
        [t("vote.agrees"), t("vote.passes"), t("vote.disagrees")],
        text,
      );
    case "consent":
      return votes(
        of,
        [of.yes ?? 0, of.reserve ?? 0, of.objection ?? 0],
        [t("vote.consents"), t("vote.reserves"), t("vote.objections")],
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

const bar = (share: number, tone: BarPart["tone"]): BarPart => ({ share, tone, label: "" });

/** For, between and against: the share of the first in words, the three in the bar. */
function votes(
  { n }: OptionTally,
  counts: readonly [number, number, number],
  names: readonly [string, string, string],
  { t, percent }: Words,
): Picture {
  const total = Math.max(1, counts[0] + counts[1] + counts[2]);
  const tones = ["plus", "neutral", "minus"] as const;
  return {
    parts: tones.map((tone, place) => ({
      share: (counts[place] ?? 0) / total,
      tone,
      label: t("vote.part", { n: counts[place] ?? 0, what: names[place] ?? "" }),
    })),
    words: n === 0 ? t("vote.nothingSaid") : percent(counts[0] / total),
    more: names.map((name, place) => t("vote.part", { n: counts[place] ?? 0, what: name })).join(" · "),
  };
}

function rated({ importance = 0, satisfaction = 0, opportunity, n }: OptionTally, { t, number }: Words): Picture {
  return {
    parts: [bar((opportunity ?? 0) / 20, "leaf")],
    words:
      opportunity === undefined
        ? t("vote.nothingSaid")
        : t("vote.opportunity", { value: number(opportunity, { digits: 1 }) }),
    more: t("vote.importanceOf", {
      importance: number(importance, { digits: 1 }),
      satisfaction: number(satisfaction, { digits: 1 }),
      n,
    }),
  };
}

function kano({ kano: counts, kanoClass, isSettled, n, better, worse }: OptionTally, { t, number }: Words): Picture {
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
