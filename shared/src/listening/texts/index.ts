export * from "./bursts.ts";
export * from "./nearCopies.ts";
export * from "./themes.ts";
export * from "./themeTerms.ts";
