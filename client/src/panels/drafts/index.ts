export { DraftsBanner } from "./DraftsBanner.tsx";
export { DraftsSection } from "./DraftsSection.tsx";
export { RevealWatch } from "./RevealWatch.tsx";
