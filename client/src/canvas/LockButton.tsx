import type { ThingId } from "@palabre/shared/terms";
import { useWorkshop } from "../state/index.ts";
import { BarButton } from "./BarButton.tsx";

/** Locks what is chosen for all but facilitators, or unlocks it once all of it is locked. */
export const LockButton = ({ things }: { readonly things: readonly ThingId[] }) => {
  const { locks } = useWorkshop().rules;
  const isLocked = things.every((thing) => locks.has(thing));
  return <BarButton id={isLocked ? "unlock" : "lock"} />;
};
