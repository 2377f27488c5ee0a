import type { DatabaseSync } from "@photostructure/sqlite";
import { z } from "zod";

export type Database = InstanceType<typeof DatabaseSync>;

const versionRow = z.object({ user_version: z.number() });

/** The number of a file's schema: how many migrations led to it, 0 = an empty file. */
export const schemaOf = (db: Database): number =>
  versionRow.parse(db.prepare("PRAGMA user_version").get()).user_version;
