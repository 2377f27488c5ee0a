export { friendlyName } from "./friendlyNames.ts";
export * from "./library/index.ts";
export * from "./rules.ts";
