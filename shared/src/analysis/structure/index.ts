export { analyseStructure } from "./analyseStructure.ts";
export { readMap, type MapCard, type MapLink, type SignedMap } from "./map.ts";
export type { CardStructure, CausalPath, Loop, Structure } from "./structure.ts";
