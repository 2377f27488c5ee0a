import { serveThread } from "../background/index.ts";
import { countPapers, type CountRequest } from "./count.ts";

/** The entry of the thread that counts: a thousand papers on a hundred cards take half a second. */
serveThread((request: CountRequest) => countPapers(request));
