import { lazy, Suspense, type ComponentType } from "react";
import { withTexts } from "../i18n/index.ts";
import { useWorkshop } from "../state/index.ts";

/** Once the server's clock is known, so that no time is shown that jumps. */
const phase = async () => {
  const module = await withTexts(["phase"], () => import("../phase/index.ts"));
  await module.clockReady();
  return module;
};
const Bar = lazy(async () => ({ default: (await phase()).PhaseBar }));
const Slip = lazy(async () => ({ default: (await phase()).PhaseSlip }));

/** Boards without an agenda fetch nothing of it. */
const WithAgenda = ({ of: Part }: { readonly of: ComponentType }) =>
  useWorkshop().agenda.phases.length === 0 ? null : (
    <Suspense fallback={null}>
      <Part />
    </Suspense>
  );

/** The step that is under way and its time, in the top bar. */
export const PhaseBar = () => <WithAgenda of={Bar} />;
/** What the step asks for, over the head of the canvas. */
export const PhaseSlip = () => <WithAgenda of={Slip} />;
