import { useCallback } from "react";
import { toAppError } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { showToast } from "../../ui/index.ts";

/** Asks something of the server and says, to eyes and ears, that it was done or why not. */
export function useAct(): (asked: Promise<void>, done?: string) => void {
  const { error } = useText();
  return useCallback(
    (asked, done) =>
      void asked.then(
        () => done !== undefined && showToast({ text: done }),
        (fault: unknown) => showToast({ text: error(toAppError(fault)), tone: "warn" }),
      ),
    [error],
  );
}
