import { joining } from "../api/index.ts";
import { rememberedName } from "../people/index.ts";
import { goToBoard } from "./navigation.ts";

/**
 * Goes to the board that a code leads to, under the name that this device's person goes by.
 * @throws AppError as the API does
 */
export const joinBoard = async (code: string): Promise<void> => {
  const name = rememberedName();
  const { board } = await joining.join({ code, ...(name === undefined ? {} : { name }) });
  goToBoard(board, undefined, { isNew: name === undefined, isReplacing: true });
};
