import { useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import { joining, toAppError } from "../api/index.ts";
import { rememberedName } from "../people/index.ts";
import { goToBoard } from "./navigation.ts";

export interface Joining {
  readonly isJoining: boolean;
  readonly fault: AppError | undefined;
  readonly forgetFault: () => void;
  /** goes to the board that a code leads to; resolves with whether it did */
  readonly join: (code: string) => Promise<boolean>;
}

/** Comes in with a code, under the name that this device's person goes by. */
export function useJoin(): Joining {
  const [isJoining, setJoining] = useState(false);
  const [fault, setFault] = useState<AppError>();
  const join = async (code: string): Promise<boolean> => {
    setJoining(true);
    setFault(undefined);
    try {
      const name = rememberedName();
      const { board } = await joining.join({ code, ...(name === undefined ? {} : { name }) });
      goToBoard(board, undefined, { isNew: name === undefined, isReplacing: true });
      return true;
    } catch (cause) {
      setFault(toAppError(cause));
      return false;
    } finally {
      setJoining(false);
    }
  };
  return { isJoining, fault, forgetFault: () => setFault(undefined), join };
}
