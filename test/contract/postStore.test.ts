import { openPostStore } from "@palabre/server/stores";
import { postChangesContract } from "./postChangesContract.ts";
import { postModelContract } from "./postModelContract.ts";
import { postReopenContract } from "./postReopenContract.ts";
import { postSearchContract } from "./postSearchContract.ts";
import { postHeardContract } from "./postHeardContract.ts";
import { postStoreContract } from "./postStoreContract.ts";

postStoreContract("posts in memory", () => openPostStore(undefined));
postStoreContract("posts in SQLite", openPostStore);
postChangesContract("changes of posts in memory", () => openPostStore(undefined));
postChangesContract("changes of posts in SQLite", openPostStore);
postSearchContract("search in memory", () => openPostStore(undefined));
postSearchContract("search in SQLite", openPostStore);
postHeardContract("what was read in memory", () => openPostStore(undefined));
postHeardContract("what was read in SQLite", openPostStore);
postReopenContract("SQLite opened again", openPostStore);
postModelContract("SQLite beside memory", openPostStore);
