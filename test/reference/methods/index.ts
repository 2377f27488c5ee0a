import type { Method } from "../method.ts";
import { opportunity } from "./opportunity.ts";

/** Every method whose published cases are computed; one line and one file each. */
export const METHODS: readonly Method[] = [opportunity];
