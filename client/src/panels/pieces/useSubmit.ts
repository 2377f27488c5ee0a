import type { AppError } from "@palabre/shared/errors";
import { useState, type FormEvent } from "react";
import { asAppError } from "./asAppError.ts";

export interface Submission {
  readonly onSubmit: (event: FormEvent) => void;
  /** what was sent is on its way: nothing is sent twice */
  readonly isPending: boolean;
  /** why it was not taken, until it is sent again */
  readonly fault: AppError | undefined;
}

/** A form that sends what is in it, once at a time; one that was taken stays pending, since it is about to close. @param send throws AppError */
export function useSubmit(send: () => Promise<void>): Submission {
  const [fault, setFault] = useState<AppError>();
  const [isPending, setPending] = useState(false);
  const submit = async (): Promise<void> => {
    setPending(true);
    setFault(undefined);
    try {
      await send();
    } catch (cause) {
      setPending(false);
      setFault(asAppError(cause));
    }
  };
  return {
    isPending,
    fault,
    onSubmit: (event) => {
      event.preventDefault();
      if (!isPending) void submit();
    },
  };
}
