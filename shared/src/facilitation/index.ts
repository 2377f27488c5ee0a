export { friendlyName } from "./friendlyNames.ts";
export * from "./rules.ts";
