import type { Method } from "../method.ts";
import { kendallW, krippendorff } from "./agreement.ts";
import { bradleyTerry } from "./bradleyTerry.ts";
import { compositionGap } from "./compositionGap.ts";
import { cooperationFactors } from "./cooperationFactors.ts";
import { dematel } from "./dematel.ts";
import { delphi } from "./delphi.ts";
import { engagement } from "./engagement.ts";
import { fcm } from "./fcm.ts";
import { graph } from "./graph.ts";
import { kano } from "./kano.ts";
import { loops } from "./loops.ts";
import { majorityJudgment } from "./majorityJudgment.ts";
import { micmac } from "./micmac.ts";
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
  dematel,
  elo,
  engagement,
  fcm,
  glicko,
  graph,
  kano,
  kendallW,
  krippendorff,
  loops,
  majorityJudgment,
  micmac,
  opportunity,
  polis,
  portfolio,
  quadraticVoting,
  robustChoice,
  socialRoi,
  voting,
];
