import { joining } from "../api/index.ts";
import { rememberedName } from "../people/index.ts";
import { leaving } from "./forgetSoon.ts";
import { goToBoard } from "./navigation.ts";

/**
 * Goes to the board that a code leads to, under the name that this device's person goes by.
 * @param isPocket to the phone's page of it
 * @throws AppError as the API does
 */
export const joinBoard = async (code: string, isPocket = false): Promise<void> => {
  const name = rememberedName();
  const { board } = await joining.join({ code, ...(name === undefined ? {} : { name }) });
  if (!isPocket) return goToBoard(board, undefined, { isNew: name === undefined, isReplacing: true });
  leaving.keep(board);
  // a page of its own, which shows one thing at a time
  location.assign(new URL(`p/${board}`, document.baseURI));
};
