export { isDrafted, mayDraft } from "./drafting.ts";
export { friendlyName } from "./friendlyNames.ts";
export * from "./rules.ts";
export { createTally, type Tally } from "./tally.ts";
