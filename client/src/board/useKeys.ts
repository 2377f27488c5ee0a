import { useMemo } from "react";
import { actionOf, keyWords, type ActionId } from "../canvas/index.ts";
import { writeKey, type Key } from "../ui/index.ts";
import { useText } from "../i18n/index.ts";

/** The keys of actions as they are printed on the reader's keyboard: "Ctrl+Maj+Z". */
export interface WrittenKeys {
  readonly write: (key: Key) => string;
  /** the first key of an action; undefined for one that has none */
  readonly of: (id: ActionId) => string | undefined;
}

export function useKeys(): WrittenKeys {
  const text = useText();
  return useMemo(() => {
    const words = keyWords(text);
    const write = (key: Key): string => writeKey(key, words);
    return {
      write,
      of: (id) => {
        const [first] = actionOf(id).keys;
        return first && write(first);
      },
    };
  }, [text]);
}
