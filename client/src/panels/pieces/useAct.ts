import { useCallback } from "react";
import { useText } from "../../i18n/index.ts";
import { showToast } from "../../ui/index.ts";
import { asAppError } from "./asAppError.ts";

/** Says, to eyes and ears, that what was asked of the server was done, or why not. */
export function useAct(): (asked: Promise<void>, done?: string) => void {
  const { error } = useText();
  return useCallback(
    (asked, done) =>
      void asked.then(
        () => done !== undefined && showToast({ text: done }),
        (fault: unknown) => showToast({ text: error(asAppError(fault)), tone: "warn" }),
      ),
    [error],
  );
}
