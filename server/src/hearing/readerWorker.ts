import { serveThread } from "../background/index.ts";
import { PostReader } from "./postReader.ts";
import type { ReadRequest } from "./readMessages.ts";

/** The entry of the reading thread. */
const reader = new PostReader();
serveThread((request: ReadRequest) => reader.answerTo(request));
