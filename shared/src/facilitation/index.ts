export { mayDraft } from "./drafting.ts";
export { friendlyName } from "./friendlyNames.ts";
export * from "./rules.ts";
