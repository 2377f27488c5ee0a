import { AppError } from "@palabre/shared/errors";
import type { Context } from "hono";
import { PASSED_OVER_BYTES } from "./restOfBody.ts";

/**
 * Reading multipart/form-data (RFC 7578) as it arrives, so that a file of many megabytes is never held whole.
 *
 *     body = preamble *( CRLF "--" boundary CRLF headers CRLF CRLF content ) CRLF "--" boundary "--" epilogue
 *
 * The content of a part must be read, or left for good, before the next part is asked for.
 */
export interface FormPart {
  readonly name: string;
  /** undefined for a plain field */
  readonly fileName: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Bytes of a part's headers, and parts of a form. */
const LIMITS = { headerBytes: 8_192, parts: 20 } as const;
const LINE_END = Buffer.from("\r\n");
const HEADERS_END = Buffer.from("\r\n\r\n");

export const isForm = (context: Context): boolean =>
  /^multipart\/form-data\b/i.test(context.req.header("content-type") ?? "");

/**
 * Hands the parts to `read`, in order. When that fails, the rest of the body is passed over first: a client that is still
 * sending would see its connection break instead of the reason.
 * @throws AppError `bad-request` when the body is no form
 */
export async function readForm<T>(context: Context, read: (parts: AsyncIterable<FormPart>) => Promise<T>): Promise<T> {
  const found = /\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(context.req.header("content-type") ?? "");
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw badForm("boundary");
  const bytes = new ByteReader(context.req.raw.body);
  try {
    return await read(partsOf(bytes, boundary));
  } finally {
    await bytes.drain();
  }
}

async function* partsOf(bytes: ByteReader, boundary: string): AsyncGenerator<FormPart> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of bytes.until(delimiter)) {
    // what stands before the first part is for nobody
  }
  for (let count = 0; ; count += 1) {
    const afterDelimiter = await bytes.line(LINE_END);
    if (afterDelimiter.startsWith("--")) return;
    if (afterDelimiter.trim() !== "" || count === LIMITS.parts) throw badForm("part");
    const headers = await bytes.line(HEADERS_END);
    const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(headers)?.[1] ?? "";
    const name = parameterOf(disposition, "name");
    if (name === undefined) throw badForm("name");
    const content = bytes.until(delimiter);
    yield { name, fileName: parameterOf(disposition, "filename"), bytes: content };
    for await (const _ of content) {
      // whatever the reader left
    }
  }
}

const parameterOf = (disposition: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(disposition)?.[1]?.replaceAll("%22", '"');

/** Reads a stream by what it is looked for. */
class ByteReader {
  readonly #stream: ReadableStreamDefaultReader<Uint8Array> | undefined;
  // the first delimiter may stand at the very beginning, without the line end that is a part of all others
  #held: Buffer = Buffer.from("\r\n");

  constructor(stream: ReadableStream<Uint8Array> | null) {
    this.#stream = stream?.getReader();
  }

  /** What comes before `mark`, in pieces; the mark itself is passed over. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const found = this.#held.indexOf(mark);
      if (found >= 0) {
        const last = this.#held.subarray(0, found);
        this.#held = this.#held.subarray(found + mark.length);
        if (last.length > 0) yield last;
        return;
      }
      // the end of what is held may be the beginning of the mark
      const sure = this.#held.subarray(0, Math.max(0, this.#held.length - mark.length + 1));
      this.#held = this.#held.subarray(sure.length);
      if (sure.length > 0) yield sure;
      await this.#more();
    }
  }

  /** A few bytes up to `mark`, as text. */
  async line(mark: Buffer): Promise<string> {
    while (this.#held.indexOf(mark) < 0) {
      if (this.#held.length > LIMITS.headerBytes) throw badForm("headers");
      // the last line of a form may lack its end
      if (this.#held.subarray(0, 2).toString("latin1") === "--") return "--";
      await this.#more();
    }
    const end = this.#held.indexOf(mark);
    const line = this.#held.subarray(0, end).toString("utf8");
    this.#held = this.#held.subarray(end + mark.length);
    return line;
  }

  async drain(): Promise<void> {
    this.#held = Buffer.alloc(0);
    let left = PASSED_OVER_BYTES;
    try {
      while (left > 0 && this.#stream) {
        const { done, value } = await this.#stream.read();
        if (done) return;
        left -= value.byteLength;
      }
      await this.#stream?.cancel();
    } catch {
      // the client went away while it was being listened to out of courtesy; what happened before is what counts
    }
  }

  async #more(): Promise<void> {
    // a client that went away has sent a form without an end
    const { value } = (await this.#stream?.read().catch(() => undefined)) ?? {};
    if (!value) throw badForm("end");
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }
}

const badForm = (problem: string): AppError =>
  new AppError("bad-request", `the body is no multipart/form-data (${problem}): check it`, { details: { problem } });
