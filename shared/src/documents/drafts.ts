import { z } from "zod/mini";
import { waitingDraftsSchema, type WaitingDrafts } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import { parseOnce } from "./parseOnce.ts";
import type { StateChange } from "./stateChange.ts";

/** What waits in drafts, beside the agenda in `workshop`: `drafts` → a list, a phase each. */
const MAP = "agenda";
const DRAFTS = "drafts";
const NOTHING: readonly WaitingDrafts[] = [];
const storedSchema: z.ZodMiniType<readonly WaitingDrafts[]> = z.array(waitingDraftsSchema);

/** Reads it; empty when it is missing or malformed. */
export const readDrafts = (doc: StateDoc): readonly WaitingDrafts[] =>
  parseOnce(storedSchema, doc.getMap(MAP).get(DRAFTS)) ?? NOTHING;

/** What to write when other drafts wait. */
export const settingDrafts = (drafts: readonly WaitingDrafts[]): StateChange => ({
  map: MAP,
  key: DRAFTS,
  value: drafts.length === 0 ? undefined : drafts,
});
