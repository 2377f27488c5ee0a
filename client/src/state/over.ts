import type { BoardState } from "./boardState.ts";

/** Another state of the same board: what is not replaced stays as it is, what is worked out when it is read too. */
export const over = (state: BoardState, changes: Partial<BoardState>): BoardState =>
  // every property of the one is there, under the name and the type of the other
  Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(state),
      ...Object.getOwnPropertyDescriptors(changes),
    },
  ) as BoardState;
