export * from "./closeCodes.ts";
export * from "./http.ts";
export * from "./messages.ts";
