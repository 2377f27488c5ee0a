export * from "./bursts.ts";
export * from "./nearCopies.ts";
