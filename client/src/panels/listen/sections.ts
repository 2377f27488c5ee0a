import type { ComponentType } from "react";
import { HeardSection } from "./HeardSection.tsx";
import { SourcesSection } from "./SourcesSection.tsx";
import { SummarySection } from "./SummarySection.tsx";

/** What the panel is made of, from above to below: a new section is one file and one more line. Each draws nothing when it has nothing to say. */
export const SECTIONS: readonly ComponentType[] = [SummarySection, SourcesSection, HeardSection];
