import type { DocumentName } from "@palabre/shared/documents";
import type { DraftName } from "@palabre/shared/terms";

/** What a board is made of on disk: the documents that have an address, and the draft of each person in each silent phase. */
export type StoredName = DocumentName | DraftName;
