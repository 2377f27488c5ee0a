import type { DocumentName } from "@palabre/shared/documents";
import { isDraftName } from "@palabre/shared/terms";
import type { StoredName } from "../stores/index.ts";

/** What a document is, as the rules ask, and as it may be named where others read: a draft's own name says whose it is. */
export const kindOf = (document: StoredName): DocumentName | "draft" => (isDraftName(document) ? "draft" : document);

/** Whether people write cards in it; the others are the server's state. */
export const hasCards = (document: StoredName): boolean => document === "board" || isDraftName(document);
