export { orderCanonically, type CanonicalOrder } from "./canonical.ts";
export { betweennessOf, closenessOf, degreesOf, eigenvectorOf, pagerankOf, toGraphology } from "./centrality.ts";
export { findCommunities, modularityOf } from "./communities.ts";
export { dematel } from "./dematel.ts";
export { findCircuits } from "./loops.ts";
export { readMap, type MapCard, type MapLink, type SignedMap } from "./map.ts";
export { classesOf, meanOf, micmac, rankByValue, sharesOf } from "./micmac.ts";
export type { CausalPath } from "./paths.ts";
export { analyseStructure, type CardStructure, type Loop, type Structure } from "./structure.ts";
