export { openTrunk, TRUNK, type Trunk } from "./openTrunk.ts";
export { takeTrunk } from "./takeTrunk.ts";
