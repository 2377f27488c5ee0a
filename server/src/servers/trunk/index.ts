export { openTrunk, TRUNK, type Led, type Trunk } from "./openTrunk.ts";
export { takeTrunk } from "./takeTrunk.ts";
