import { basename, dirname } from "node:path";
import { PostgresPostStore } from "@palabre/server/stores";
import { openPostgresServer } from "../helpers/postgres.ts";
import { postChangesContract } from "./postChangesContract.ts";
import { postModelContract } from "./postModelContract.ts";
import { postReopenContract } from "./postReopenContract.ts";
import { postSearchContract } from "./postSearchContract.ts";
import { postStoreContract } from "./postStoreContract.ts";

const postgres = openPostgresServer();
/** A database of its own for each folder that a suite would have files in. */
const open = async (dataDir: string): Promise<PostgresPostStore> =>
  PostgresPostStore.open(await postgres.database(`${basename(dirname(dataDir))} ${basename(dataDir)}`));

postStoreContract("posts in Postgres", open);
postChangesContract("changes of posts in Postgres", open);
postSearchContract("search in Postgres", open);
postReopenContract("Postgres opened again", open);
postModelContract("Postgres beside memory", open);
