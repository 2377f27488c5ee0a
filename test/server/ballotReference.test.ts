import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  KANO_CLASSES,
  type CardId,
  type KanoClass,
  type KanoSays,
  type OptionTally,
  type Paper,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { startServer } from "../helpers/startServer.ts";
import { openVote, type TestVote } from "../helpers/voting.ts";

/** The folder of published cases, from the root of the repository; unset: these tests say that they are skipped. */
const named = process.env["REFERENCE_DATA"] ?? "";
const folder = named === "" ? "" : resolve(import.meta.dirname, "../..", named);

/** What of the cases is cast, and what was printed; whole cases are checked where their methods are. */
interface Input {
  readonly ballots: readonly { readonly ranking: readonly string[]; readonly voters: number }[];
  readonly problems: readonly {
    readonly scale: readonly string[];
    readonly tallies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }[];
  readonly ratings: readonly (readonly number[])[];
  readonly counts: Readonly<Record<string, Readonly<Record<KanoClass, number>>>>;
  readonly items: readonly { readonly importance: number; readonly satisfaction: number }[];
  readonly labels: readonly string[];
  readonly wins: readonly (readonly number[])[];
  readonly statements: readonly string[];
  readonly votes: readonly (readonly (1 | 0 | -1 | null)[])[];
}
type Figures = Readonly<Record<string, number>>;
interface Expected {
  readonly schulzeRanking: readonly (readonly string[])[];
  readonly rankedPairsRanking: readonly (readonly string[])[];
  readonly pairwise?: Readonly<Record<string, Figures>>;
  readonly condorcetWinner?: string;
  readonly borda?: Figures;
  readonly problems: readonly {
    readonly majorityValue?: Readonly<Record<string, readonly string[]>>;
    readonly winners?: readonly string[];
  }[];
  readonly w: number;
  readonly categoryByRule: Readonly<Record<string, string>>;
  readonly fongSignificant: Readonly<Record<string, boolean>>;
  readonly better: Figures;
  readonly worse: Figures;
  readonly opportunity: readonly number[];
  readonly strength: Figures;
}
const caseOf = async (name: string): Promise<{ readonly input: Input; readonly expected: Expected }> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), "utf8")) as { input: Input; expected: Expected };

type Settings = Parameters<TestVote["open"]>[0]["settings"];

/** Casts papers, one a person, and gives what came of it by the names of the options. */
async function cast(
  names: readonly string[],
  method: Paper["method"],
  papersOf: (cards: readonly CardId[]) => readonly Paper[],
  settings?: Settings,
) {
  const vote = await openVote(await startServer(), names);
  const papers = papersOf(vote.cards);
  const people = await vote.people(papers.length);
  const id = await vote.open({ method, ...(settings ? { settings } : {}) });
  const given = await Promise.all(papers.map((paper, index) => vote.give(people[index] ?? vote.awa, id, paper)));
  expect(given.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual([]);
  const tally = await vote.tally(id);
  expect(tally.n).toBe(papers.length);
  const nameOf = new Map<string, string>(vote.cards.map((card, index) => [card, names[index] ?? ""]));
  const figure = (figureOf: (option: OptionTally) => unknown) =>
    Object.fromEntries(
      Object.entries(tally.perOption).map(([card, option]) => [nameOf.get(card), option && figureOf(option)]),
    );
  const ranking = (): string[][] => {
    const ranks = Object.entries(figure(({ rank }) => rank)) as [string, number][];
    return [...new Set(ranks.map(([, rank]) => rank))]
      .toSorted((one, other) => one - other)
      .map((rank) => ranks.filter(([, own]) => own === rank).map(([name]) => name));
  };
  return { tally, figure, ranking, nameOf: (card: string) => nameOf.get(card) };
}

const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe.skipIf(folder === "" || !existsSync(folder))("published cases, cast as papers", () => {
  it.each(["vote-45-schulze-rankedpairs", "vote-tennessee"])("[V19] %s comes out as published", async (name) => {
    const { input, expected } = await caseOf(name);
    const ballots = input.ballots;
    const names = [...new Set(ballots.flatMap(({ ranking }) => ranking))];
    const told = await cast(names, "ranked", (cards) =>
      ballots.flatMap(({ ranking, voters }) =>
        repeat<Paper>(voters, {
          method: "ranked",
          tiers: ranking.map((option) => cards.filter((_, index) => names[index] === option)),
        }),
      ),
    );
    expect(told.ranking()).toEqual(expected.schulzeRanking);
    expect(told.tally.winners.map(told.nameOf)).toEqual(expected.schulzeRanking[0]);
    const sameWinners = JSON.stringify(expected.schulzeRanking[0]) === JSON.stringify(expected.rankedPairsRanking[0]);
    expect(told.tally.isContested ?? false).toBe(!sameWinners);
    for (const [row, of] of Object.entries<Record<string, number>>(expected.pairwise ?? {}))
      for (const [column, wins] of Object.entries(of))
        expect(told.tally.pairs?.[names.indexOf(row)]?.[names.indexOf(column)]).toBe(wins);
    if (expected.condorcetWinner) expect(told.nameOf(told.tally.condorcet ?? "")).toBe(expected.condorcetWinner);
    if (expected.borda) expect(told.figure(({ points }) => points)).toEqual(expected.borda);
  });

  it("[V19] majority judgment finds the published majority grades and winners", async () => {
    const { input, expected } = await caseOf("majority-judgment-book");
    for (const [index, problem] of input.problems.entries()) {
      const names = Object.keys(problem.tallies);
      const gradesOf = names.map((option) =>
        problem.scale.flatMap((grade, place) => repeat(problem.tallies[option]?.[grade] ?? 0, place)),
      );
      // twice as many of each grade change nothing, and four people are too few to be told
      const times = (gradesOf[0]?.length ?? 0) < 5 ? 2 : 1;
      const told = await cast(
        names,
        "judgment",
        (cards) =>
          repeat(times, gradesOf[0] ?? [])
            .flat()
            .map((_, person): Paper => ({
              method: "judgment",
              grades: Object.fromEntries(
                cards.map((card, option) => [card, gradesOf[option]?.[person % (gradesOf[option]?.length ?? 1)] ?? 0]),
              ),
            })),
        { grades: 5 },
      );
      const { majorityValue, winners } = expected.problems[index] ?? {};
      if (winners) expect(told.tally.winners.map(told.nameOf)).toEqual(winners);
      if (majorityValue)
        expect(told.figure(({ grade = 0 }) => problem.scale[grade])).toEqual(
          Object.fromEntries(Object.entries(majorityValue).map(([option, [grade]]) => [option, grade])),
        );
    }
  });

  it("[V19] the judges of Kendall's W agree as published, each of them twice", async () => {
    const { input, expected } = await caseOf("agreement-kendall-10x4");
    const ratings = input.ratings;
    const names = (ratings[0] ?? []).map((_, index) => `Project ${index}`);
    const told = await cast(names, "ranked", (cards) =>
      [...ratings, ...ratings].map((row): Paper => ({
        method: "ranked",
        tiers: cards
          .map((card, index) => [row[index] ?? 0, card] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, card]) => [card]),
      })),
    );
    expect(told.tally.agreement?.name).toBe("W");
    expect(told.tally.agreement?.value).toBeCloseTo(expected.w, 4);
  });

  it("[V19] Kano's classes, coefficients and test come out as published", async () => {
    const { input, expected } = await caseOf("kano-reference");
    const counts = input.counts;
    const names = Object.keys(counts);
    const saying: Record<KanoClass, readonly [KanoSays, KanoSays]> = {
      M: ["must-be", "dislike"],
      O: ["like", "dislike"],
      A: ["like", "neutral"],
      I: ["neutral", "neutral"],
      R: ["must-be", "like"],
      Q: ["like", "like"],
    };
    const answers = names.map((option) =>
      KANO_CLASSES.flatMap((letter) => repeat(counts[option]?.[letter] ?? 0, saying[letter])),
    );
    const told = await cast(
      names,
      "rating",
      (cards) =>
        (answers[0] ?? []).map((_, person): Paper => ({
          method: "rating",
          ratings: Object.fromEntries(
            cards.map((card, option) => {
              const [present, absent] = answers[option]?.[person] ?? saying.I;
              return [card, { present, absent }];
            }),
          ),
        })),
      { rating: "kano" },
    );
    expect(told.figure(({ kano }) => kano)).toEqual(counts);
    expect(told.figure(({ kanoClass }) => kanoClass)).toEqual(expected.categoryByRule);
    expect(told.figure(({ isSettled }) => isSettled)).toEqual(expected.fongSignificant);
    for (const key of ["better", "worse"] as const)
      for (const [option, value] of Object.entries(told.figure((each) => each[key])))
        expect(Math.abs(Number(value) - (expected[key][option] ?? Infinity))).toBeLessThan(0.0006);
  });

  it("[V19] opportunity comes out as published, from shares of ten people", async () => {
    const { input, expected } = await caseOf("opportunity-ulwick");
    const items = input.items;
    const told = await cast(
      items.map((_, index) => `Need ${index}`),
      "rating",
      (cards) =>
        repeat(10, 0).map((_, person): Paper => ({
          method: "rating",
          ratings: Object.fromEntries(
            cards.map((card, index) => [
              card,
              {
                importance: person < (items[index]?.importance ?? 0) ? 5 : 2,
                satisfaction: person < (items[index]?.satisfaction ?? 0) ? 4 : 1,
              },
            ]),
          ),
        })),
    );
    expect(Object.values(told.figure(({ opportunity }) => opportunity))).toEqual(expected.opportunity);
  });

  it("[V19] the comparisons of Bradley and Terry's example give the published strengths", async () => {
    const { input, expected } = await caseOf("pairwise-bt-wikipedia");
    const { labels, wins } = input;
    const told = await cast(labels, "pairwise", (cards) => {
      const papers: { winner: CardId; loser: CardId }[][] = [];
      // nobody is asked a pair twice: the n-th answer about it is the n-th person's
      for (const [i, one] of cards.entries())
        for (const [j, other] of cards.entries()) {
          if (i >= j) continue;
          const won = repeat(wins[i]?.[j] ?? 0, { winner: one, loser: other });
          const lost = repeat(wins[j]?.[i] ?? 0, { winner: other, loser: one });
          for (const [person, answer] of [...won, ...lost].entries()) (papers[person] ??= []).push(answer);
        }
      return papers.map((answers): Paper => ({ method: "pairwise", answers }));
    });
    for (const [option, strength] of Object.entries(told.figure((each) => Math.exp(each.strength ?? 0))))
      expect(Math.abs(Number(strength) - (expected.strength[option] ?? Infinity))).toBeLessThan(0.0006);
  });

  it("[V19] votes on the statements of a Polis conversation are all counted, and groups are found", async () => {
    const { input } = await caseOf("polis/polis-brexit-consensus");
    const { statements, votes } = input;
    const voted = votes.filter((row) => row.some((vote) => vote !== null));
    const told = await cast(
      statements.map((id) => `Statement ${id}`),
      "agreement",
      (cards) =>
        voted.map((row): Paper => ({
          method: "agreement",
          answers: Object.fromEntries(
            row.flatMap((vote, index) => (vote === null || cards[index] === undefined ? [] : [[cards[index], vote]])),
          ),
        })),
    );
    // how many groups there are hangs on where Polis came from; none is so small that a vote would tell whose it is
    const sizes = told.tally.groups?.map(({ size }) => size) ?? [];
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
    for (const [index, option] of Object.values(told.figure((each) => each)).entries()) {
      const column = voted.map((row) => row[index]).filter((vote) => vote !== null);
      const { n = 0, agree } = option as OptionTally;
      expect(n).toBe(column.length);
      if (n >= 5) expect(agree).toBe(column.filter((vote) => vote === 1).length);
    }
  });
});
