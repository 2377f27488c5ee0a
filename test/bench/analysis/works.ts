import { createRobustRun } from "@palabre/shared/analysis/decision";
import { findOpinionGroups } from "@palabre/shared/analysis/groups";
import { analyseStructure } from "@palabre/shared/analysis/structure";
import { makeMap, makeVotes, makeWeighings, type MapSizes } from "./makeBoard.ts";

/** One thing that the analysis is asked, and how long it may take. */
export interface Work {
  readonly name: string;
  readonly what: string;
  readonly goalMs: number;
  /** makes what is asked about, outside the time that counts */
  prepare(): () => unknown;
}

export const WORKS: readonly Work[] = [
  {
    name: "structure",
    what: "300 cards, 900 links from any card to any other: places, ranks, paths, loops, centralities, communities",
    goalMs: 100,
    prepare: () => {
      const map = makeMap({ cards: 300, links: 900 });
      return () => analyseStructure(map);
    },
  },
  {
    name: "structureDrawn",
    what: "the same, with links from strategies by factors to expectations",
    goalMs: 100,
    prepare: () => {
      const map = makeMap({ cards: 300, links: 900, isDrawn: true });
      return () => analyseStructure(map);
    },
  },
  {
    name: "whatIf",
    what: "60 cards, 120 links from strategies by factors to expectations, 8 strategies, 20 people: 500 draws, each a what-if of every strategy, and each influence flipped",
    goalMs: 1_000,
    prepare: () => robust({ cards: 60, links: 120, strategies: 8, isDrawn: true }),
  },
  {
    name: "whatIfDense",
    what: "the same with 180 links from any card to any other: most of the runs go round in circles and never settle",
    goalMs: 1_000,
    prepare: () => robust({ cards: 60, links: 180, strategies: 8 }),
  },
  {
    name: "groups",
    what: "opinion groups of 2,000 people who have all voted on 200 statements",
    goalMs: 2_000,
    prepare: () => {
      const table = makeVotes(2_000, 200);
      return () => findOpinionGroups(table);
    },
  },
];

function robust(sizes: MapSizes): () => unknown {
  const map = makeMap(sizes);
  const people = makeWeighings(map, 20);
  return () => {
    const run = createRobustRun({ map, people }, { draws: 500, seed: 1 });
    while (!run.step(500));
    return run.result();
  };
}
