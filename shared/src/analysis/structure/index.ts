export { readMap, type MapLink, type SignedMap } from "./map.ts";
