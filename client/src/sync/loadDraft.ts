import type { connectDraft } from "./connectDraft.ts";

/** What opens this person's draft: fetched once people write in silence. */
export const loadDraft = async (): Promise<typeof connectDraft> => (await import("./connectDraft.ts")).connectDraft;
