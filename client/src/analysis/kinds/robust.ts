import { drawPeople } from "@palabre/shared/analysis";
import type { Robustness } from "@palabre/shared/analysis/decision";
import type { SignedMap } from "@palabre/shared/analysis/structure";

/** Draws between two answers: others are answered in between. */
const PIECE = 50;

/**
 * Whether the best strategy stays the best, in pieces: the first figures are there at once, and become surer. The draws are those that the
 * server makes for the cards, so that both say the same; once people have weighed the links, only the server has their papers.
 */
export function* robust(map: SignedMap): Generator<Robustness, Robustness, void> {
  const run = drawPeople(map);
  while (!run.step(PIECE)) yield run.result();
  return run.result();
}
