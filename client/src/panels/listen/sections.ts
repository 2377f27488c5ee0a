import type { ComponentType } from "react";
import { AlertsSection } from "./AlertsSection.tsx";
import { HeardSection } from "./HeardSection.tsx";
import { RaisedSection } from "./RaisedSection.tsx";
import { SourcesSection } from "./SourcesSection.tsx";
import { SummarySection } from "./SummarySection.tsx";
import { VoicesSection } from "./VoicesSection.tsx";

/** What the panel is made of, from above to below: a new section is one file and one more line. Each draws nothing when it has nothing to say. */
export const SECTIONS: readonly ComponentType[] = [
  SummarySection,
  RaisedSection,
  SourcesSection,
  VoicesSection,
  AlertsSection,
  // the stream has no end: nothing stands below it
  HeardSection,
];
