export * from "./bursts.ts";
export { createCopyFinder, type CopyFinder } from "./copyFinder.ts";
export { findNearCopies } from "./nearCopies.ts";
export { proposeThemeQueries } from "./themeQuery.ts";
export * from "./themes.ts";
export * from "./themeTerms.ts";
