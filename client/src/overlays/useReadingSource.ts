import { useMemo } from "react";
import { isTrashed } from "@palabre/shared/terms";
import { useStructure } from "../analysis/index.ts";
import { useBoard, useSnapshot, useWorkshop } from "../state/index.ts";
import type { ReadingSource } from "./mapReading.ts";

/** What the readings of the board of now are taken from; another object whenever one of them may have changed. */
export function useReadingSource(): ReadingSource {
  const board = useBoard();
  const snapshot = useSnapshot();
  const workshop = useWorkshop();
  const structure = useStructure();
  return useMemo(
    (): ReadingSource => ({
      cards: [...snapshot.cards.values()].filter((card) => !isTrashed(card) && card.kind !== "frame"),
      nameOf: (person) => workshop.people.get(person)?.name,
      annotationOf: board.annotation,
      structureOf: structure && ((card) => structure.cards.get(card)),
    }),
    [board, snapshot, workshop, structure],
  );
}
