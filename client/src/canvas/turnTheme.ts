import { getShownTheme, setTheme } from "../ui/index.ts";

/** The other of the two, from what is seen now. */
export const turnTheme = (): void => setTheme(getShownTheme() === "dark" ? "light" : "dark");
