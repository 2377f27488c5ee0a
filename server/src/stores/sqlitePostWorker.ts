import { SqlitePosts } from "./sqlitePosts.ts";
import { serveStore } from "./workerBridge.ts";

serveStore((file) => new SqlitePosts(file));
