import { AppError } from "@palabre/shared/errors";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { readForm } from "./form.ts";
import { STATUS_OF } from "./problem.ts";

const part = (disposition: string, content: string): string =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const FORM = `preamble\r\n${part('name="a"', "un\r\n--é\r\n-")}${part('name="f"; filename="à \\"b%22.csv"', "")}--b--\r\nepilogue`;

/** Sends a body in pieces of `length` bytes to a reader of forms; the line breaks where `isBroken`. */
async function send(
  body: string,
  options: { length?: number; isBroken?: boolean; read?: boolean } = {},
): Promise<[number, unknown]> {
  const { length = 10_000, isBroken = false, read = true } = options;
  const app = new Hono();
  app.onError((error, context) => {
    if (!(error instanceof AppError)) return context.text("a fault nobody foresaw", 500);
    return context.text(error.code, STATUS_OF[error.code]);
  });
  app.post("/", async (context) =>
    context.json(
      await readForm(context, async (parts) => {
        const seen: unknown[] = [];
        for await (const { name, fileName, bytes } of parts) {
          const chunks: Uint8Array[] = [];
          if (read) for await (const chunk of bytes) chunks.push(chunk);
          seen.push([name, fileName ?? null, Buffer.concat(chunks).toString("utf8")]);
        }
        return seen;
      }),
    ),
  );
  const bytes = Buffer.from(body);
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + length));
      else if (isBroken) controller.error(new Error("aborted"));
      else controller.close();
      at += length;
    },
  });
  const request = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": 'multipart/form-data; boundary="b"' },
    body: stream,
    duplex: "half",
  } as RequestInit);
  const reply = await app.request(request);
  return [reply.status, reply.status === 200 ? await reply.json() : await reply.text()];
}

describe("forms", () => {
  it.each([1, 2, 3, 5, 7, 10_000])("[L18] are read in pieces of %i bytes as they are whole", async (length) => {
    expect(await send(FORM, { length })).toEqual([
      200,
      [
        ["a", null, "un\r\n--é\r\n-"],
        ["f", 'à \\"b".csv', ""],
      ],
    ]);
  });

  it("[L18] a part that its reader leaves is passed over", async () => {
    expect(await send(FORM, { read: false })).toEqual([
      200,
      [
        ["a", null, ""],
        ["f", 'à \\"b".csv', ""],
      ],
    ]);
  });

  it("[L20] a form whose sender goes away on the way is no form, and no fault of the server", async () => {
    expect(await send(FORM.slice(0, 60), { isBroken: true })).toEqual([400, "bad-request"]);
    expect(await send(FORM.slice(0, 60))).toEqual([400, "bad-request"]);
  });
});
