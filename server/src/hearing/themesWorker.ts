import { serveThread } from "../background/index.ts";
import { ThemeFinder } from "./themeFinder.ts";
import type { ThemeRequest } from "./themeMessages.ts";

/** The entry of the thread of themes. */
const finder = new ThemeFinder();
serveThread((request: ThemeRequest) => finder.answerTo(request));
