import { useEffect, type RefObject } from "react";
import { ringedCard, type Action, type ActionContext, type Key } from "./action.ts";
import { actions } from "./actions/index.ts";
import { takeWhole } from "./choosing.ts";
import { isForLostField } from "../typing/index.ts";
import { runAction } from "./useActionContext.ts";
import { areLetterKeysOn, isLetterKey, keepsItsKeys, matchesKey } from "../ui/index.ts";

/**
 * The one place where keys become actions. Dead while a field, a menu or a dialog has the keyboard, and while letters are being composed.
 * @param root  the canvas, for the keys that are its own
 */
export function useKeys(root: RefObject<HTMLElement | null>, context: ActionContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isTyping = keepsItsKeys(event.target);
      if (isTyping && !isField(event.target)) return;
      const isLive = (key: Key, isAnywhere = false) =>
        matchesKey(event, key) &&
        (!isTyping || (isAnywhere && key.ctrl === true)) &&
        (areLetterKeysOn() || !isLetterKey(key));
      const isAtCanvas = isOfCanvas(event.target, root.current);
      const ringed = ringedCard(context);
      const action = actions.find(
        ({ keys, isOfCanvas: own, isNative, isAnywhere, isFacilitation, takesRinged, when }) =>
          isNative !== true &&
          (isFacilitation !== true || context.board.mayFacilitate) &&
          (own !== true || isAtCanvas) &&
          keys.some((key) => isLive(key, isAnywhere)) &&
          ((takesRinged === true && ringed !== undefined) || when(context.board)),
      );
      if (!action || (event.repeat && !REPEATED.test(action.id))) return;
      event.preventDefault();
      if (action.takesRinged === true && ringed !== undefined) takeWhole(context.board, ringed);
      runAction(action, context);
    };
    // what is pressed while a button has the keyboard would be a press of that button; what was meant for a field is no command
    const onCapture = (event: KeyboardEvent) => {
      if (isOfCanvas(event.target, root.current) && isForLostField(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!actions.some(({ isFirst, keys }) => isFirst === true && keys.some((key) => matchesKey(event, key)))) return;
      onKeyDown(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    window.addEventListener("keydown", onCapture, { capture: true });
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onCapture, { capture: true });
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [root, context]);
}

/** A key held down goes on moving and zooming; it makes no row of cards. */
const REPEATED: { test(id: Action["id"]): boolean } =
  /^(nudge|nearest|nextCard|previousCard|zoomIn|zoomOut|resize|undo|redo|follow)/;

/** A text that is typed on the board: in a dialog or a menu no key reaches the board. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') === null;

/** Whether the canvas has the keyboard, or nothing has but what lies around it; a button on the canvas has keys of its own. */
function isOfCanvas(target: EventTarget | null, root: HTMLElement | null): boolean {
  if (!(target instanceof Element) || !root) return false;
  if (target.contains(root)) return true;
  return root.contains(target) && target.closest("button, a[href], [role=toolbar]") === null;
}
