import { actSchema } from "@palabre/shared/documents";

/** All that touches the device's own storage, and the tabs that share it, in a chunk of its own: the page is drawn while it is fetched. */
export { copyName, deleteCopy, openDeviceStore } from "./indexedStore.ts";
export { openKeptCopy } from "./keptCopy.ts";
export { leaveOthers } from "./leaveOthers.ts";
export { openReturning } from "./returning.ts";
export { seenAlone } from "./seenAlone.ts";
export { openSiblings } from "./siblings.ts";
export { takeOut } from "./takeOut.ts";

/** Whether this version can read what was kept, by itself or by another. */
export const isAct = (kept: unknown): boolean => actSchema.safeParse(kept).success;
