import type { CardId } from "@palabre/shared/terms";
import { NO_DRESS, type Dress } from "../state/index.ts";

/** Cards that are drawn again in one go: more of them would hold up the page. */
const AT_ONCE = 25;

/** Puts on what cards are dressed in, some cards at a time, so that a large board is never held up by it. */
export interface Wardrobe {
  /** What comes next replaces what is still to be put on. */
  put(next: ReadonlyMap<CardId, Dress>): void;
  close(): void;
}
export function createWardrobe(
  show: (dress: ReadonlyMap<CardId, Dress>) => void,
  later: (act: () => void) => () => void = laterOn,
): Wardrobe {
  let shown: ReadonlyMap<CardId, Dress> = NO_DRESS;
  let cancel: (() => void) | undefined;
  const close = (): void => {
    cancel?.();
    cancel = undefined;
  };
  return {
    put: (next) => {
      close();
      const changed = [...new Set([...shown.keys(), ...next.keys()])].filter((id) => shown.get(id) !== next.get(id));
      const step = (): void => {
        cancel = undefined;
        const worn = new Map(shown);
        for (const id of changed.splice(0, AT_ONCE)) {
          const dress = next.get(id);
          if (dress) worn.set(id, dress);
          else worn.delete(id);
        }
        shown = worn;
        show(shown);
        if (changed.length > 0) cancel = later(step);
      };
      if (changed.length > 0) step();
    },
    close,
  };
}

const laterOn = (act: () => void): (() => void) => {
  const timer = setTimeout(act, 0);
  return () => clearTimeout(timer);
};
