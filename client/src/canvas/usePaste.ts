import type { Pair } from "@palabre/shared/terms";
import { useCallback, useEffect, type RefObject } from "react";
import type { ActionContext } from "./action.ts";
import type { Form } from "./paste/index.ts";
import { placeAsked } from "./pastePlace.ts";
import { sayReadOnly } from "./useActionContext.ts";
import { keepsItsKeys } from "../ui/index.ts";

const fetchPaste = () => import("./paste/index.ts");
const FETCH_AFTER_MS = 3_000;

/**
 * Makes cards of what is pasted or dropped, texts and images, as one step of undo.
 * @returns what reads the clipboard on demand, where the browser allows it
 */
export function usePaste(root: RefObject<HTMLElement | null>, context: ActionContext): () => void {
  const take = useCallback(
    (pasted: string, form?: Form, at?: Pair) => {
      if (!context.board.mayEdit) return sayReadOnly(context);
      fetchPaste()
        .then(({ takePasted }) => takePasted({ ...context, at }, pasted, form))
        .catch(() => context.toast({ text: context.text.t("canvas.notFetched"), tone: "warn" }));
    },
    [context],
  );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || keepsItsKeys(event.target)) return;
      const pasted = event.clipboardData?.getData("text/plain") ?? "";
      const files = [...(event.clipboardData?.files ?? [])];
      const at = placeAsked(event);
      event.preventDefault();
      // a spreadsheet hands a picture of its cells beside them: the words are meant
      if (pasted.trim() !== "") return take(pasted, undefined, at);
      if (!context.board.mayEdit) return sayReadOnly(context);
      const { text, toast } = context;
      if (files.length === 0) return toast({ text: text.t("canvas.pastedNothing") });
      fetchPaste()
        .then(({ takeFiles }) => takeFiles({ ...context, at }, files, take))
        .catch(() => toast({ text: text.t("canvas.notFetched"), tone: "warn" }));
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [take, context]);
  useEffect(() => {
    let [isOver, stop] = [false, () => {}];
    const begin = ({ watchDrops }: Awaited<ReturnType<typeof fetchPaste>>) => {
      if (!isOver && root.current) stop = watchDrops(root.current, context, take);
    };
    // it is there before it is needed, and still when the connection is gone by then
    const timer = setTimeout(() => void fetchPaste().then(begin, () => undefined), FETCH_AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [root, context, take]);

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
