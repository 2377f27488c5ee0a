import { untilFetched } from "../parts/index.ts";

/** What one came for is loaded first, and a short visit is no reason to keep anything. */
const AFTER_MS = 4_000;

/** Keeps the built client on this device, a while after the page is there. */
export const keepShellSoon = (): void =>
  void setTimeout(
    () => void untilFetched(() => import("./keepShell.ts")).then(({ keepShell }) => keepShell()),
    AFTER_MS,
  );
