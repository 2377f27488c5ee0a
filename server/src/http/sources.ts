import { AppError } from "@palabre/shared/errors";
import {
  addSourceSchema,
  changeSourceSchema,
  csvColumnsSchema,
  csvEncodingSchema,
  csvSeparatorSchema,
  sourceNameSchema,
  type CsvForm,
  type CsvPreview,
  type SourceRead,
} from "@palabre/shared/protocol";
import { boardIdSchema, sourceIdSchema, type BoardId, type SourceId } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Listening } from "../listening/index.ts";
import { senderOf } from "./addresses.ts";
import { check, readJson, readSigned } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { isForm, readForm, type FormPart } from "./form.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** Bytes of a field that is not the file. */
const FIELD_BYTES = 4_096;
/** Of one delivery by a program outside. */
const HOOK_BYTES = 1024 * 1024;

/** Where a board listens: facilitators only. */
export function mountSources(
  app: Hono,
  deps: Pick<RouteDeps, "sessions" | "rates"> & { readonly listening: Listening },
): void {
  const { listening, sessions, rates } = deps;

  mount(app, ROUTES.sources, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    return context.json({ sources: await listening.sources(board) });
  });

  mount(app, ROUTES.addSource, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const read = isForm(context)
      ? await readForm(context, (parts) => addCsv(listening, board, parts, () => facilitatorOf(context, sessions)))
      : await listening.add(board, await readJson(context, addSourceSchema));
    return context.json(read, 201);
  });

  mount(app, ROUTES.previewCsv, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    if (!isForm(context)) throw wrongField("file");
    return context.json(await readForm(context, (parts) => previewCsv(listening, board, parts)));
  });

  mount(app, ROUTES.changeSource, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const change = await readJson(context, changeSourceSchema);
    return context.json(await listening.change(board, sourceOf(context), change));
  });

  mount(app, ROUTES.removeSource, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    await listening.remove(board, sourceOf(context));
    return context.body(null, 204);
  });

  mount(app, ROUTES.deliver, async (context) => {
    const board = boardIdSchema.safeParse(context.req.param("id"));
    if (!board.success) throw unknownSource();
    const body = await readSigned(context, HOOK_BYTES);
    const timestamp = context.req.header("x-palabre-timestamp");
    const signature = context.req.header("x-palabre-signature");
    const delivery = { timestamp, signature, body };
    const read = await listening.deliver(board.data, sourceOf(context), delivery).catch((error: unknown) => {
      const isWrong = error instanceof AppError && error.code === "bad-signature";
      if (isWrong && !rates.failures.take(senderOf(context))) throw tooManyFailures();
      throw error;
    });
    return context.json({ added: read.added, known: read.known, skipped: read.skipped });
  });

  mount(app, ROUTES.counts, async (context) => {
    const { board } = await visitorOf(context, sessions);
    const { post } = check(context.req.query(), ROUTES.counts.query);
    return context.json({ counts: await listening.countsOf(board, post) });
  });

  mount(app, ROUTES.refreshSource, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    return context.json(await listening.refresh(board, sourceOf(context)));
  });
}

/** The source of the address (`:source`). @throws AppError `unknown-source` for what is no id at all, too */
function sourceOf(context: Context): SourceId {
  const id = sourceIdSchema.safeParse(context.req.param("source"));
  if (id.success) return id.data;
  throw unknownSource();
}
const unknownSource = (): AppError =>
  new AppError("unknown-source", "there is no such source on this board: check its address");
const tooManyFailures = (): AppError =>
  new AppError("too-many", "too many deliveries from this address were not signed as they must be: wait a minute");

/**
 * The fields may come in any order, those that say how the file is read before it; a name that follows is given to the source.
 * @param ask who sends it, once more: it may be minutes on its way. What this throws refuses what came
 */
async function addCsv(
  listening: Listening,
  board: BoardId,
  parts: AsyncIterable<FormPart>,
  ask: () => Promise<unknown>,
): Promise<SourceRead> {
  let name: string | undefined;
  let form: CsvForm = {};
  let read: SourceRead | undefined;
  for await (const part of parts) {
    if (part.name === "kind" && (await readField(part)) !== "csv") throw wrongField("kind");
    if (part.name === "name") {
      const written = await readField(part);
      if (written !== "") name = check(written, sourceNameSchema);
      if (read && name !== undefined) {
        await ask();
        read = { ...read, source: await listening.change(board, read.source.id, { name }) };
      }
    }
    if (FORM_FIELDS.has(part.name)) {
      if (read) throw wrongField(part.name);
      form = { ...form, ...(await readFormField(part)) };
    }
    if (part.name === "file" && !read) {
      const bytes = thenAsked(part.bytes, ask);
      read = await listening.addCsv(board, { name: part.fileName ?? "", bytes }, name, form);
    }
  }
  if (!read) throw wrongField("file");
  return read;
}

/** The same bytes, which fail at their end where `ask` does. */
async function* thenAsked(bytes: AsyncIterable<Uint8Array>, ask: () => Promise<unknown>): AsyncGenerator<Uint8Array> {
  yield* bytes;
  await ask();
}

async function previewCsv(listening: Listening, board: BoardId, parts: AsyncIterable<FormPart>): Promise<CsvPreview> {
  let form: CsvForm = {};
  for await (const part of parts) {
    if (FORM_FIELDS.has(part.name)) form = { ...form, ...(await readFormField(part)) };
    if (part.name === "file") return listening.previewCsv(board, part.bytes, form);
  }
  throw wrongField("file");
}

const FORM_FIELDS = new Set(["columns", "separator", "encoding"]);
async function readFormField(part: FormPart): Promise<CsvForm> {
  // a tab is a separator
  const written = await readField(part, false);
  if (written === "") return {};
  if (part.name === "separator") return { separator: check(written, csvSeparatorSchema) };
  if (part.name === "encoding") return { encoding: check(written, csvEncodingSchema) };
  return { columns: check(jsonOf(written), csvColumnsSchema) };
}
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readField(part: FormPart, isTrimmed = true): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of part.bytes) {
    bytes += chunk.byteLength;
    if (bytes > FIELD_BYTES) throw wrongField(part.name);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return isTrimmed ? text.trim() : text;
}

const wrongField = (path: string): AppError =>
  new AppError(
    "bad-request",
    "a form of posts has the fields kind = csv, file and, if wanted, name; columns, separator and encoding before the file",
    {
      details: { path, problem: "custom" },
    },
  );
