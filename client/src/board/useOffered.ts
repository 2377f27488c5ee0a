import type { Polarity } from "@palabre/shared/terms";
import { useBoard, useWorkshop } from "../state/index.ts";
import { LINKED, PLACED_KINDS, type PlacedKind } from "./tools.ts";

/** The kinds of cards and the links that a person has tools for: all, unless the step shows few. */
export function useOffered(): { readonly kinds: readonly PlacedKind[]; readonly signs: readonly Polarity[] } {
  const { offers } = useBoard();
  // it is the workshop that says so
  useWorkshop();
  return {
    kinds: PLACED_KINDS.filter((kind) => offers({ type: "addCard", kind })),
    signs: offers({ type: "addLink" }) ? LINKED : [],
  };
}
