import type { Row } from "../row.ts";
import { coldOpen } from "./coldOpen.ts";
import { most, readers, writers20, writers50 } from "./crowds.ts";
import { disk } from "./disk.ts";
import { hostile } from "./hostile.ts";
import { kill } from "./kill.ts";
import { memory } from "./memory.ts";
import { phases } from "./phases.ts";

export const ROWS: readonly Row[] = [
  readers,
  writers20,
  writers50,
  most,
  memory,
  coldOpen,
  disk,
  kill,
  phases,
  hostile,
];
