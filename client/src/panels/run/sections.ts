import type { ComponentType } from "react";
import { TogetherSection, VoicesSection } from "../../together/index.ts";
import { DraftsSection } from "../drafts/index.ts";
import { BallotSection } from "./BallotSection.tsx";
import { DoorPart } from "./DoorPart.tsx";
import { NowSection } from "./NowSection.tsx";
import type { RunSectionProps } from "./runSectionProps.ts";
import { RoomSection } from "./RoomSection.tsx";
import { SheetSection } from "./SheetSection.tsx";

/** What a facilitator has at hand, from above to below: a new section is one file and one more line. Each draws nothing when it has nothing to say. */
export const SECTIONS: readonly ComponentType<RunSectionProps>[] = [
  NowSection,
  BallotSection,
  DraftsSection,
  SheetSection,
  RoomSection,
  TogetherSection,
  VoicesSection,
  DoorPart,
];
