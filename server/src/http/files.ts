import { AppError } from "@palabre/shared/errors";
import { mayDo } from "@palabre/shared/facilitation";
import { FILE_LIMITS, fileNameSchema, type ImageType } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Visitor } from "../access/index.ts";
import type { RouteDeps } from "./deps.ts";
import { isForm, readForm, type FormPart } from "./form.ts";
import { createHeldBodies } from "./heldBodies.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { visitorOf } from "./visitor.ts";

/** Files of one person in a minute: a handful dropped at once, not a flood. */
const KEPT_PER_MINUTE = 60;
/** Images that one person reads in a minute: a page may show all that a board keeps, at once, and is loaded again. */
const READ_PER_MINUTE = 2 * FILE_LIMITS.filesPerBoard;
/** Files on their way, which are in memory: pages send one after the other, and who stalls holds what they sent for minutes. */
const UNDER_WAY = { perSender: 3, bytes: 64 * 1024 * 1024 };

const MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** Images that cards hold: kept by whoever may add one to the board now, seen by everybody on it. */
export function mountFiles(
  app: Hono,
  deps: Pick<RouteDeps, "files" | "sessions" | "conductor" | "turns" | "now">,
): void {
  const { files, sessions, conductor, turns } = deps;
  const rate = createRate(KEPT_PER_MINUTE, deps.now);
  const reads = createRate(READ_PER_MINUTE, deps.now);
  const bodies = createHeldBodies(UNDER_WAY);
  /** @throws AppError `forbidden` for who may add no image now, and what `visitorOf` throws */
  const adderOf = async (context: Context): Promise<Visitor> => {
    const visitor = await visitorOf(context, sessions);
    const { rules } = await conductor.workshop(visitor.board);
    if (mayDo({ type: "addCard", kind: "image" }, visitor, rules).ok) return visitor;
    throw new AppError("forbidden", "images can't be added to this board now: ask a facilitator");
  };

  mount(app, ROUTES.keepFile, async (context) => {
    const { board, person } = await adderOf(context);
    if (!rate.take(`${board}/${person}`))
      throw new AppError("too-many", "too many files came in a short time: wait a minute");
    if (!isForm(context)) throw noFile();
    const kept = await bodies.hold(`${board}/${person}`, mostBytesOf(context), async () => {
      const bytes = await readForm(context, readFile);
      // one after the other: what a board keeps is counted before more is kept
      return turns.take(`files ${board}`, async () => {
        // asked once more: it may have been minutes on its way
        await adderOf(context);
        return files.keep(board, bytes);
      });
    });
    return context.json(kept, 201);
  });

  mount(app, ROUTES.file, async (context) => {
    const { board, person } = await visitorOf(context, sessions);
    if (!reads.take(`${board}/${person}`))
      throw new AppError("too-many", "images were read too often in a short time: wait a minute");
    const name = fileNameSchema.safeParse(context.req.param("file"));
    const bytes = name.success ? await files.read(board, name.data) : undefined;
    if (!name.success || !bytes) throw new AppError("unknown-file", "there is no such file on this board");
    return sendImage(context, name.data, bytes);
  });
}

/** What of a body may come to lie in memory: the protocol lets no more through than its head says. */
function mostBytesOf(context: Context): number {
  const said = Number(context.req.header("content-length") ?? Number.NaN);
  return said >= 0 ? Math.min(said, FILE_LIMITS.bytes) : FILE_LIMITS.bytes;
}

/** A picture and nothing else, whatever the browser makes of it: no script, no frame, no other site; it never changes under its name. */
function sendImage(context: Context, name: string, bytes: Uint8Array): Response {
  // the name was read by its schema, which knows no other endings
  const type = name.slice(name.lastIndexOf(".") + 1) as ImageType;
  return context.body(new Uint8Array(bytes), 200, {
    "Content-Type": MEDIA_TYPES[type],
    "Content-Disposition": `inline; filename="image.${type}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=31536000, immutable",
  });
}

async function readFile(parts: AsyncIterable<FormPart>): Promise<Buffer> {
  for await (const part of parts) {
    if (part.name !== "file") continue;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of part.bytes) {
      bytes += chunk.byteLength;
      if (bytes > FILE_LIMITS.bytes)
        throw new AppError("body-too-large", `an image may have ${FILE_LIMITS.bytes} bytes: send a smaller one`, {
          details: { max: FILE_LIMITS.bytes },
        });
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  throw noFile();
}

const noFile = (): AppError =>
  new AppError("bad-request", "an image comes as the field `file` of a form", {
    details: { path: "file", problem: "custom" },
  });
