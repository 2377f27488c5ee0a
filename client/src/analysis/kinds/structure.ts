import { analyseStructure, type SignedMap, type Structure } from "@palabre/shared/analysis/structure";

/** The structure of the map: places, ranks, paths, loops. */
export const structure = (map: SignedMap): Structure => analyseStructure(map);
