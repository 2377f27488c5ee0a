import { AwaySlip } from "./AwaySlip.tsx";
import { FollowSlip } from "./FollowSlip.tsx";
import { GatheredSlip } from "./GatheredSlip.tsx";
import { HandsSlip } from "./HandsSlip.tsx";
import { ReadySlip } from "./ReadySlip.tsx";
import { useShownView } from "./useShownView.ts";

/** Over the head of the canvas: what those who are together ask of each other now. */
export const TogetherSlips = () => {
  useShownView();
  return (
    <>
      <GatheredSlip />
      <FollowSlip />
      <ReadySlip />
      <HandsSlip />
      <AwaySlip />
    </>
  );
};
