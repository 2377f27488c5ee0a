import type { ComponentType } from "react";
import { RoomSection } from "./RoomSection.tsx";

/** What a facilitator has at hand, from above to below: a new section is one file and one more line. Each draws nothing when it has nothing to say. */
export const SECTIONS: readonly ComponentType[] = [RoomSection];
