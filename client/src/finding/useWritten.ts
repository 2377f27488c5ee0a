import { useEffect, useState } from "react";
import { writeKey, type Key, type KeyWords } from "../ui/index.ts";
import { keyOn, readLayout, type Layout } from "./keyboardLayout.ts";

/** Chords as they are pressed on the person's keyboard, and what keyboard that is; another can be chosen. */
export function useWritten(words: KeyWords) {
  const [layout, setLayout] = useState<Layout>("qwerty");
  useEffect(() => {
    let isOver = false;
    void readLayout(navigator).then((found) => {
      if (!isOver) setLayout(found);
    });
    return () => {
      isOver = true;
    };
  }, []);
  const write = (key: Key): string => {
    const { altGr, ...chord } = keyOn(layout, key);
    const written = writeKey(chord, words);
    if (altGr !== true) return written;
    const [, sign = written] = /([^+]+|\+)$/.exec(written) ?? [];
    return `${written.slice(0, written.length - sign.length)}AltGr+${sign}`;
  };
  return { layout, setLayout, write };
}
