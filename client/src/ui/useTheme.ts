import { useSyncExternalStore } from "react";
import { getShownTheme, getTheme, setTheme, subscribeToTheme, type Theme } from "./theme.ts";

/** The theme as chosen, as shown, and what changes it. */
export const useTheme = (): {
  readonly theme: Theme;
  readonly shown: "light" | "dark";
  readonly setTheme: (theme: Theme) => void;
} => ({
  theme: useSyncExternalStore(subscribeToTheme, getTheme),
  shown: useSyncExternalStore(subscribeToTheme, getShownTheme),
  setTheme,
});
