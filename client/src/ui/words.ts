import { createContext, useContext } from "react";

/** The few words that widgets say by themselves; the page gives them in its language. */
export interface Words {
  /** of one of several in a menu */
  readonly chosen: string;
  readonly close: string;
  readonly notices: string;
}
export const WordsContext = createContext<Words>({ chosen: "✓", close: "×", notices: "" });
export const useWords = (): Words => useContext(WordsContext);
