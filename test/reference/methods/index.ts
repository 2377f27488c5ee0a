import type { Method } from "../method.ts";
import { kendallW, krippendorff } from "./agreement.ts";
import { bradleyTerry } from "./bradleyTerry.ts";
import { delphi } from "./delphi.ts";
import { kano } from "./kano.ts";
import { majorityJudgment } from "./majorityJudgment.ts";
import { opportunity } from "./opportunity.ts";
import { quadraticVoting } from "./quadraticVoting.ts";
import { elo, glicko } from "./ratings.ts";
import { voting } from "./voting.ts";

/** Every method whose published cases are computed; one line and one file each. */
export const METHODS: readonly Method[] = [
  bradleyTerry,
  delphi,
  elo,
  glicko,
  kano,
  kendallW,
  krippendorff,
  majorityJudgment,
  opportunity,
  quadraticVoting,
  voting,
];
