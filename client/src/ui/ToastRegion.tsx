import { useEffect, useRef, useSyncExternalStore, type KeyboardEvent, type RefObject } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { AlertIcon, CloseIcon } from "./icons.ts";
import { Icon } from "./Icon.tsx";
import { STAY_MS, toasts, type ShownToast } from "./toasts.ts";
import { useWords } from "./words.ts";
import css from "./ToastRegion.module.css";

/**
 * Where toasts show, at the foot of the page and above any dialog. F6 goes to them and back. The words are said by the announcer, so the
 * region itself is not live: they would be heard twice.
 */
export const ToastRegion = () => {
  const words = useWords();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement>(null);

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "F6" || region.current === null) return;
      const isInside = region.current.contains(document.activeElement);
      const target = isInside ? cameFrom.current : region.current.querySelector("button");
      if (target === null) return;
      event.preventDefault();
      target.focus();
    };
    // by F6, by Tab or by a press
    const onFocusIn = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && place?.contains(relatedTarget) === true) return;
      cameFrom.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
    };
    const place = region.current;
    document.addEventListener("keydown", onKeyDown);
    place?.addEventListener("focusin", onFocusIn);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      place?.removeEventListener("focusin", onFocusIn);
    };
  }, []);
  // when the last one goes with the focus in it, the focus goes back to where it came from
  const goBack = (): void => {
    if (toasts.get().length === 0) cameFrom.current?.focus();
  };
  const onEscape = (event: KeyboardEvent, id: number): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    toasts.lapse(id);
    goBack();
  };

  return (
    <section
      ref={region}
      className={css["region"]}
      aria-label={words.notices}
      hidden={shown.length === 0}
      data-toasts
      // React Aria makes the page beside a dialog inert, and not what has this mark; a press on it doesn't close the dialog
      data-react-aria-top-layer="true"
    >
      <ol className={css["list"]}>
        {shown.map((toast) => (
          <li key={toast.id} className={classes(css["toast"], toast.tone === "warn" && css["warn"])}>
            <Timer toast={toast} region={region} />
            {toast.tone === "warn" && <Icon of={AlertIcon} />}
            <span className={css["text"]}>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className={css["action"]}
                onKeyDown={(event) => onEscape(event, toast.id)}
                onClick={() => {
                  toasts.act(toast.id);
                  goBack();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <IconButton
              label={words.close}
              icon={CloseIcon}
              size="s"
              tooltip="top"
              className={css["close"]}
              onKeyDown={(event) => onEscape(event as unknown as KeyboardEvent, toast.id)}
              onPress={() => {
                toasts.lapse(toast.id);
                goBack();
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Lets its toast lapse in time, but not under the pointer or the focus: who reads or decides is given the time. Draws nothing. */
const Timer = ({ toast, region }: { readonly toast: ShownToast; readonly region: RefObject<HTMLElement | null> }) => {
  const stayMs = toast.action === undefined ? STAY_MS.plain : STAY_MS.withAction;
  useEffect(() => {
    const end = (): void => {
      if (region.current?.matches(":hover, :focus-within") === true) timer = setTimeout(end, HELD_MS);
      else toasts.lapse(toast.id);
    };
    let timer = setTimeout(end, stayMs);
    return () => clearTimeout(timer);
  }, [stayMs, toast.id, region]);
  return null;
};

/** How often a toast that is held looks whether it still is, in ms. */
const HELD_MS = 1_000;
