import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countCircularTriads,
  findNextPairs,
  fitBradleyTerry,
  rateByElo,
  rateByGlicko,
  rateByGlicko2,
  scoreLive,
} from "./index.ts";

/** Citations between Biometrika, Communications in Statistics, JASA and JRSS-B (Stigler 1994). */
const CITATIONS = [
  [0, 730, 498, 221],
  [33, 0, 68, 17],
  [320, 813, 0, 142],
  [284, 276, 325, 0],
];
type Table = readonly (readonly number[])[];

const table = fc.integer({ min: 2, max: 6 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

/** Wins of one, less those that the strengths expect: 0 for each at the most likely strengths. */
const slopes = (wins: Table, strength: readonly number[]) =>
  wins.map((row, i) =>
    wins.reduce((sum, other, j) => {
      if (i === j) return sum;
      const [won, lost] = [row[j] ?? 0, other[i] ?? 0];
      return sum + won - (won + lost) * ((strength[i] ?? 0) / ((strength[i] ?? 0) + (strength[j] ?? 0)));
    }, 0),
  );

describe("Bradley's and Terry's strengths", () => {
  it("[M72] are those printed for the citations of four journals, with their standard errors", () => {
    const fit = fitBradleyTerry(CITATIONS, { prior: "none" });
    const [first = 0] = fit?.logAbility ?? [];
    // R package BradleyTerry2, vignette: Comm Statist −2.9491 (s.e. 0.1026), JASA −0.4796 (0.0606), JRSS-B 0.2690 (0.0708), Biometrika as reference
    const printed = [0, -2.9491, -0.4796, 0.269];
    for (const [i, log] of printed.entries()) expect((fit?.logAbility[i] ?? 0) - first).toBeCloseTo(log, 4);
    const { covariance } = fit ?? {};
    const errorsToFirst = [1, 2, 3].map((i) =>
      Math.sqrt((covariance?.at(0, 0) ?? 0) + (covariance?.at(i, i) ?? 0) - 2 * (covariance?.at(0, i) ?? 0)),
    );
    for (const [i, error] of [0.10255, 0.06059, 0.07083].entries()) expect(errorsToFirst[i]).toBeCloseTo(error, 4);
  });

  it("[M72] are worked out for two by hand: 3 wins to 1 are the odds, √(1/3 + 1) the error of their logarithm", () => {
    const fit = fitBradleyTerry(
      [
        [0, 3],
        [1, 0],
      ],
      { prior: "none" },
    );
    const [a = 0, b = 0] = fit?.strength ?? [];
    expect(a / b).toBeCloseTo(3, 12);
    expect(a * b).toBeCloseTo(1, 12);
    // ln p of each is half of the difference
    expect(fit?.standardError[0]).toBeCloseTo(Math.sqrt(1 / 3 + 1) / 2, 12);
  });

  it("[M72] leave no slope: nobody won more or less often than expected", () => {
    fc.assert(
      fc.property(table, (wins) => {
        const fit = fitBradleyTerry(wins, { prior: "none" });
        fc.pre(fit !== undefined);
        for (const slope of slopes(wins, fit.strength)) expect(Math.abs(slope)).toBeLessThan(1e-9);
        expect(fit.logAbility.reduce((sum, log) => sum + log, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("[M72, M70] hang on no order, and are the same for all wins doubled, with errors smaller by √2", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("none" as const, "half-win" as const), (wins, prior) => {
        const fit = fitBradleyTerry(wins, { prior });
        const turned = fitBradleyTerry(
          wins.toReversed().map((row) => row.toReversed()),
          { prior },
        );
        expect(turned === undefined).toBe(fit === undefined);
        fc.pre(fit !== undefined);
        for (const [i, log] of (turned?.logAbility.toReversed() ?? []).entries())
          expect(log).toBeCloseTo(fit.logAbility[i] ?? 0, 9);
        if (prior === "half-win") return;
        const twice = fitBradleyTerry(
          wins.map((row) => row.map((count) => 2 * count)),
          { prior },
        );
        for (const [i, log] of fit.logAbility.entries()) {
          expect(twice?.logAbility[i]).toBeCloseTo(log, 9);
          const error = fit.standardError[i] ?? 0;
          expect(Math.abs((twice?.standardError[i] ?? 0) * Math.SQRT2 - error)).toBeLessThan(1e-6 * (1 + error));
        }
      }),
    );
  });

  it("[M73] don't exist for one that never lost, nor for groups that never met, unless half a win each way is added", () => {
    const unbeaten = [
      [0, 2, 1],
      [0, 0, 1],
      [0, 1, 0],
    ];
    const apart = [
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ];
    for (const wins of [unbeaten, apart]) {
      expect(fitBradleyTerry(wins, { prior: "none" })).toBeUndefined();
      const { strength = [], standardError = [] } = fitBradleyTerry(wins) ?? {};
      expect([...strength, ...standardError].every((figure) => Number.isFinite(figure) && figure > 0)).toBe(true);
    }
    expect(fitBradleyTerry(apart)?.strength.every((one) => Math.abs(one - 1) < 1e-12)).toBe(true);
  });

  it("[M73] after one win are 2.13 and its inverse: x³ − x² − x − 3 = 0 with half a win each way", () => {
    const [x = 0, y = 0] = fitBradleyTerry([[0, 1], [0]])?.strength ?? [];
    expect(x ** 3 - x ** 2 - x - 3).toBeCloseTo(0, 9);
    expect(x * y).toBeCloseTo(1, 12);
  });

  it("[M73] with half a win each way are the most likely ones of the table with one thing more", () => {
    fc.assert(
      fc.property(table, (wins) => {
        const { strength = [] } = fitBradleyTerry(wins) ?? {};
        const seen = [...wins.map((row) => [...row, 0.5]), [...wins.map(() => 0.5), 0]];
        const whole = fitBradleyTerry(seen, { prior: "none" })?.strength ?? [];
        const ratio = (whole[0] ?? 0) / (strength[0] ?? 1);
        for (const [i, one] of strength.entries()) expect((whole[i] ?? 0) / one).toBeCloseTo(ratio, 8);
      }),
    );
  });

  it("[M73, M77] have a stated answer for nothing, for one thing, and for what is no count", () => {
    for (const prior of ["none", "half-win"] as const) {
      expect(fitBradleyTerry([], { prior })).toMatchObject({ strength: [], logAbility: [], standardError: [] });
      expect(fitBradleyTerry([[5]], { prior })).toMatchObject({ strength: [1], logAbility: [0], standardError: [0] });
    }
    expect(fitBradleyTerry([[0, Number.NaN], [-4]])?.strength).toEqual([1, 1]);
  });

  it("[M73] come out of a long line of narrow wins too", () => {
    // each of sixty wins 99 of 100 against the next: the ends are 59 ln 99 apart
    const size = 60;
    const line = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (j === i + 1 ? 99 : j === i - 1 ? 1 : 0)),
    );
    const { logAbility = [] } = fitBradleyTerry(line, { prior: "none" }) ?? {};
    expect((logAbility[0] ?? 0) - (logAbility[size - 1] ?? 0)).toBeCloseTo(59 * Math.log(99), 6);
  });
});

describe("the next pair", () => {
  const next = (wins: Table) => findNextPairs(fitBradleyTerry(wins) ?? { ...empty }, wins);
  const empty = fitBradleyTerry([]) as NonNullable<ReturnType<typeof fitBradleyTerry>>;

  it("[M74] is one of those seen least", () => {
    const wins = [
      [0, 1, 1],
      [1, 0, 0],
      [1, 1, 0],
    ];
    expect(next(wins)).toEqual([[1, 2]]);
  });

  it("[M74] is of these the least certain, and all are named that tie", () => {
    const nothing = Array.from({ length: 3 }, () => [0, 0, 0]);
    expect(next(nothing)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    // the first won all, the last lost all: that the two middle ones are alike is least certain
    const wins = [
      [0, 4, 4, 0],
      [0, 0, 0, 4],
      [0, 0, 0, 4],
      [0, 0, 0, 0],
    ];
    expect(next(wins)).toEqual([[1, 2]]);
    expect(next([])).toEqual([]);
    expect(next([[0]])).toEqual([]);
  });
});

describe("comparisons", () => {
  it("[M75] contradict each other by the share of threes that go round", () => {
    const circle = [
      [0, 2, 0],
      [1, 0, 1],
      [1, 0, 0],
    ];
    expect(countCircularTriads(circle)).toEqual({ decided: 1, circular: 1, share: 1 });
    expect(countCircularTriads(CITATIONS)).toEqual({ decided: 4, circular: 0, share: 0 });
    expect(countCircularTriads([[0, 1], [0]])).toEqual({ decided: 0, circular: 0, share: undefined });
  });

  it("[M75] are watched by wins and losses, with one of each for free", () => {
    expect(
      scoreLive([
        [0, 3, 0],
        [1, 9, 0],
        [0, 0, 0],
      ]),
    ).toEqual([(100 * 4) / 6, (100 * 2) / 6, 50]);
    expect(scoreLive([])).toEqual([]);
  });
});

describe("Elo and Glicko", () => {
  const games = [
    { opponentRating: 1400, opponentDeviation: 30, score: 1 },
    { opponentRating: 1550, opponentDeviation: 100, score: 0 },
    { opponentRating: 1700, opponentDeviation: 300, score: 0 },
  ];

  it("[M76] rate once after all games of a period", () => {
    // the worked example of Wikipedia, Elo rating system: 1613 loses to 1609, draws with 1477, beats 1388 and 1586, loses to 1720, K = 32
    const played = [
      [1609, 0],
      [1477, 0.5],
      [1388, 1],
      [1586, 1],
      [1720, 0],
    ].map(([opponentRating = 0, score = 0]) => ({ opponentRating, score }));
    const { expectedScores, rating } = rateByElo(1613, played);
    expect(expectedScores.map((score) => score.toFixed(3))).toEqual(["0.506", "0.686", "0.785", "0.539", "0.351"]);
    expect(rating).toBeCloseTo(1613 + 32 * (2.5 - expectedScores.reduce((sum, score) => sum + score, 0)), 9);
    expect(rateByElo(1613, [])).toEqual({ expectedScores: [], rating: 1613 });
  });

  it("[M76] give Glickman's printed example", () => {
    const glicko = rateByGlicko({ rating: 1500, deviation: 200 }, games);
    expect([glicko.rating.toFixed(0), glicko.deviation.toFixed(1)]).toEqual(["1464", "151.4"]);
    const second = rateByGlicko2({ rating: 1500, deviation: 200, volatility: 0.06 }, games, 0.5);
    expect(second.rating).toBeCloseTo(1464.06, 1);
    expect(second.deviation).toBeCloseTo(151.52, 1);
    expect(second.volatility).toBeCloseTo(0.059996, 6);
  });

  it("[M76] leave a rating without games as it was; Glicko-2 lets its deviation grow by the volatility", () => {
    expect(rateByGlicko({ rating: 1500, deviation: 200 }, [])).toEqual({ rating: 1500, deviation: 200 });
    const rested = rateByGlicko2({ rating: 1500, deviation: 200, volatility: 0.06 }, []);
    expect(rested).toMatchObject({ rating: 1500, volatility: 0.06 });
    expect(rested.deviation).toBeCloseTo(Math.hypot(200, 0.06 * 173.7178), 9);
  });

  it("[M76] stay finite for any ratings", () => {
    const game = fc.record({
      opponentRating: fc.integer({ min: 100, max: 3000 }),
      opponentDeviation: fc.integer({ min: 30, max: 350 }),
      score: fc.constantFrom(0, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.array(game, { maxLength: 12 }), fc.integer({ min: 30, max: 350 }), (played, deviation) => {
        const rated = rateByGlicko2({ rating: 1500, deviation, volatility: 0.06 }, played, 0.5);
        expect(Object.values(rated).every((figure) => Number.isFinite(figure))).toBe(true);
        expect(rated.volatility).toBeGreaterThan(0);
      }),
    );
  });
});
