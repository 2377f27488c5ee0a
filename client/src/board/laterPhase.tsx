import type { ReactNode } from "react";
import { withTexts } from "../i18n/index.ts";
import { useWorkshop, viewOf } from "../state/index.ts";
import { later } from "../ui/index.ts";

/** Once the server's clock is known, so that no time is shown that jumps. */
const phase = async () => {
  const module = await withTexts(["phase"], () => import("../phase/index.ts"));
  await module.clockReady();
  return module;
};
const Bar = later(async () => (await phase()).PhaseBar);
const Slip = later(async () => (await phase()).PhaseSlip);

/** Boards without an agenda fetch nothing of it. */
const WithAgenda = ({ children }: { readonly children: ReactNode }) =>
  useWorkshop().agenda.phases.length === 0 ? null : children;

/** The step that is under way and its time, in the top bar. */
export const PhaseBar = () => (
  <WithAgenda>
    <Bar />
  </WithAgenda>
);
/** What the step asks for, over the head of the canvas. */
export const PhaseSlip = () => (
  <WithAgenda>
    <Slip viewOf={viewOf} />
  </WithAgenda>
);
