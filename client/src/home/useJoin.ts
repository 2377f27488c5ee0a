import { useRef, useState } from "react";
import { AppError } from "@palabre/shared/errors";
import { toAppError } from "../api/index.ts";

export interface Joining {
  readonly isJoining: boolean;
  readonly fault: AppError | undefined;
  readonly forgetFault: () => void;
  /** goes to the board that a code leads to; resolves with whether it did. Asked again meanwhile, it is the one under way */
  readonly join: (code: string, isPocket?: boolean) => Promise<boolean>;
}

/** Comes in with a code, under the name that this device's person goes by. */
export function useJoin(): Joining {
  const [isJoining, setJoining] = useState(false);
  const [fault, setFault] = useState<AppError>();
  // two at once, before either brought a cookie, would make two people of one
  const underWay = useRef<Promise<boolean>>(undefined);
  const comeIn = async (code: string, isPocket: boolean): Promise<boolean> => {
    setJoining(true);
    setFault(undefined);
    try {
      // fetched when it is used: most who see the home page have no code
      const { joinBoard } = await import("./joinBoard.ts").catch((cause: unknown) => {
        throw new AppError("unreachable", "the page could not be fetched: check the connection", { cause });
      });
      await joinBoard(code, isPocket);
      return true;
    } catch (cause) {
      setFault(toAppError(cause));
      return false;
    } finally {
      setJoining(false);
      underWay.current = undefined;
    }
  };
  const join = (code: string, isPocket = false): Promise<boolean> => (underWay.current ??= comeIn(code, isPocket));
  return { isJoining, fault, forgetFault: () => setFault(undefined), join };
}
