export { blankAddresses } from "./addresses.ts";
export * from "./fold.ts";
export { blankManners } from "./manners.ts";
export { parseQuery, readQuery, type Query, type WrittenQuery } from "./parseQuery.ts";
export * from "./query.ts";
export * from "./quote.ts";
export * from "./propose.ts";
export * from "./normalise.ts";
export { STOP_WORDS } from "./stopWords.ts";
