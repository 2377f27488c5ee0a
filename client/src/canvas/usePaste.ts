import { useCallback, useEffect } from "react";
import type { ActionContext } from "./action.ts";
import { sayReadOnly } from "./useActionContext.ts";
import { keepsItsKeys } from "../ui/index.ts";

const fetchPaste = () => import("./paste/index.ts");
const FETCH_AFTER_MS = 3_000;

/**
 * Makes cards of pasted text, whatever its form, as one step of undo.
 * @returns what reads the clipboard on demand, where the browser allows it
 */
export function usePaste(context: ActionContext): () => void {
  const take = useCallback(
    (pasted: string) => {
      if (!context.board.mayEdit) return sayReadOnly(context);
      fetchPaste()
        .then(({ takePasted }) => takePasted(context, pasted))
        .catch(() => context.toast({ text: context.text.t("canvas.notFetched"), tone: "warn" }));
    },
    [context],
  );
  useEffect(() => {
    // it is there before it is needed, and still when the connection is gone by then
    const timer = setTimeout(() => void fetchPaste().catch(() => undefined), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || keepsItsKeys(event.target) || pasted.trim() === "") return;
      event.preventDefault();
      take(pasted);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [take]);

  return useCallback(() => {
    const { text, toast } = context;
    const advise = () => toast({ text: text.t("canvas.pasteAdvice") });
    const read = async () => {
      const pasted = await navigator.clipboard.readText();
      if (pasted.trim() === "") advise();
      else take(pasted);
    };
    // without permission the keys still do
    read().catch(advise);
  }, [context, take]);
}
