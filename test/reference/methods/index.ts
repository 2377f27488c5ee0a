import type { Method } from "../method.ts";
import { kendallW, krippendorff } from "./agreement.ts";
import { bradleyTerry } from "./bradleyTerry.ts";
import { compositionGap } from "./compositionGap.ts";
import { cooperationFactors } from "./cooperationFactors.ts";
import { delphi } from "./delphi.ts";
import { engagement } from "./engagement.ts";
import { fcm } from "./fcm.ts";
import { kano } from "./kano.ts";
import { majorityJudgment } from "./majorityJudgment.ts";
import { opportunity } from "./opportunity.ts";
import { portfolio } from "./portfolio.ts";
import { polis } from "./polis.ts";
import { quadraticVoting } from "./quadraticVoting.ts";
import { elo, glicko } from "./ratings.ts";
import { robustChoice } from "./robustChoice.ts";
import { socialRoi } from "./socialRoi.ts";
import { voting } from "./voting.ts";

/** Every method whose published cases are computed; one line and one file each. */
export const METHODS: readonly Method[] = [
  bradleyTerry,
  compositionGap,
  cooperationFactors,
  delphi,
  elo,
  engagement,
  fcm,
  glicko,
  kano,
  kendallW,
  krippendorff,
  majorityJudgment,
  opportunity,
  polis,
  portfolio,
  quadraticVoting,
  robustChoice,
  socialRoi,
  voting,
];
