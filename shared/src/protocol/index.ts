export * from "./closeCodes.ts";
export * from "./conduct.ts";
export * from "./history.ts";
export * from "./http.ts";
export * from "./messages.ts";
export * from "./rules.ts";
export * from "./sources.ts";
