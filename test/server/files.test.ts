import { readdir, stat } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { problemSchema, type FileKept } from "@palabre/shared/protocol";
import { FILE_LIMITS, type BoardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, openBoard } from "../helpers/client.ts";
import { PIXEL } from "../helpers/images.ts";
import { openFolder, startServer, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const send = async (
  server: Pick<ServerAddress, "url">,
  board: BoardId,
  session: string | undefined,
  file: Uint8Array | string,
  about: { readonly name?: string; readonly type?: string } = {},
) => {
  const form = new FormData();
  form.set("file", new Blob([file as BlobPart], { type: about.type ?? "image/png" }), about.name ?? "a.png");
  const response = await fetch(`${server.url}/api/boards/${board}/files`, {
    method: "POST",
    body: form,
    ...(session === undefined ? {} : { headers: { authorization: `Bearer ${session}` } }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
};
const codeOf = ({ body }: { readonly body: unknown }) => problemSchema.parse(body).code;
interface Stalled {
  giveUp(): void;
}
/** Begins to send a file, and goes no further. */
function stall({ url }: Pick<ServerAddress, "url">, board: BoardId, session: string, length: number): Stalled {
  const sending = request(`${url}/api/boards/${board}/files`, {
    method: "POST",
    agent: false,
    headers: {
      authorization: `Bearer ${session}`,
      "content-type": "multipart/form-data; boundary=line",
      "content-length": length,
    },
  });
  // it is given up by this side
  sending.on("error", () => {});
  sending.write('--line\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
  return { giveUp: () => sending.destroy() };
}

/** Another image of the same kind: what follows the end of a PNG is passed over by who draws it. */
const another = (n: number): Buffer => Buffer.concat([PIXEL, Buffer.from([n >> 8, n & 255])]);

async function openAll(dataDir?: string) {
  const server = await startServer(dataDir === undefined ? {} : { dataDir });
  const board = await openBoard(server);
  const [ana, watcher] = [await board.join("participant", "Ana"), await board.join("viewer", "Wim")];
  return { server, board, ana, watcher };
}

describe("images of a board", () => {
  it("[S28] [S29] are kept once under a name of their own, and come back with headers that make them a picture and nothing else", async () => {
    const folder = await openFolder();
    const { server, board, ana, watcher } = await openAll(folder);
    const first = await send(server, board.id, ana.session, PIXEL, { name: "../../evil.svg", type: "image/svg+xml" });
    expect(first.status).toBe(201);
    const { file, width, height } = first.body as FileKept;
    expect([width, height]).toEqual([1, 1]);
    expect(file).toMatch(/^[\da-f]{64}\.png$/);
    expect((await send(server, board.id, ana.session, PIXEL)).body).toEqual(first.body);
    expect(await readdir(join(folder, "files", board.id))).toEqual([file]);
    expect((await stat(join(folder, "files", board.id, file))).size).toBe(PIXEL.length);

    const address = `${server.url}/api/boards/${board.id}/files/${file}`;
    const got = await fetch(address, { headers: { authorization: `Bearer ${watcher.session}` } });
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PIXEL);
    const names = ["content-type", "content-disposition", "content-security-policy", "x-content-type-options"];
    expect(names.map((name) => got.headers.get(name))).toEqual([
      "image/png",
      'inline; filename="image.png"',
      "default-src 'none'; sandbox",
      "nosniff",
    ]);
    expect(got.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(got.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  });

  it("[S28] nothing but an image is kept, whatever it is called", async () => {
    const { server, board, ana } = await openAll();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const page = "<!doctype html><script>alert(1)</script>";
    const huge = Buffer.from(PIXEL);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    for (const file of [svg, page, "", huge, PIXEL.subarray(0, 20)]) {
      const reply = await send(server, board.id, ana.session, file);
      expect([reply.status, codeOf(reply)]).toEqual([422, "not-an-image"]);
    }
    const large = Buffer.concat([PIXEL, Buffer.alloc(FILE_LIMITS.bytes)]);
    expect(codeOf(await send(server, board.id, ana.session, large))).toBe("body-too-large");
    const noForm = await ask(server, "POST", `/api/boards/${board.id}/files`, { body: "PNG", session: ana.session });
    expect(codeOf(noForm)).toBe("bad-request");
  });

  it("[S30] who may not add an image keeps none: strangers, viewers, people of another board, and nobody on a frozen board", async () => {
    const { server, board, ana, watcher } = await openAll();
    const other = await openBoard(server);
    const eve = await other.join("facilitator", "Eve");
    const { file } = (await send(server, board.id, ana.session, PIXEL)).body as FileKept;
    expect(codeOf(await send(server, board.id, undefined, PIXEL))).toBe("no-session");
    expect(codeOf(await send(server, board.id, eve.session, PIXEL))).toBe("no-session");
    expect(codeOf(await send(server, board.id, watcher.session, PIXEL))).toBe("forbidden");
    const lead = await board.join("facilitator", "Lee");
    await ask(server, "PATCH", `/api/boards/${board.id}/rules`, { body: { frozen: true }, session: lead.session });
    expect(codeOf(await send(server, board.id, ana.session, another(1)))).toBe("forbidden");

    const get = (id: BoardId, name: string, session?: string) =>
      ask(server, "GET", `/api/boards/${id}/files/${name}`, { session });
    expect((await get(board.id, file)).status).toBe(401);
    expect((await get(board.id, file, eve.session)).status).toBe(401);
    // the same bytes are not on the other board until somebody keeps them there
    expect(codeOf(await get(other.id, file, eve.session))).toBe("unknown-file");
    for (const name of ["..%2f..%2fkey", "%2e%2e", `${"0".repeat(64)}.svg`, `${"0".repeat(64)}.png`, "key"]) {
      const reply = await get(board.id, name, ana.session);
      expect([name, reply.status]).toEqual([name, 404]);
    }
  });

  it("[S31] a person can't flood a board", async () => {
    const { server, board, ana } = await openAll();
    const codes = new Set<number>();
    for (let n = 0; n < 64; n += 1) codes.add((await send(server, board.id, ana.session, another(n))).status);
    expect([...codes]).toEqual([201, 429]);
  });

  it("[R116] who reads images without end is asked to wait, and nobody else", async () => {
    const server = await startServer({ now: () => 1_700_000_000_000 });
    const board = await openBoard(server);
    const [ana, watcher] = [await board.join("participant", "Ana"), await board.join("viewer", "Wim")];
    const { body } = await send(server, board.id, ana.session, PIXEL);
    const read = async ({ session }: { readonly session: string }) => {
      const headers = { authorization: `Bearer ${session}` };
      const reply = await fetch(`${server.url}/api/boards/${board.id}/files/${(body as FileKept).file}`, { headers });
      await reply.arrayBuffer();
      return reply.status;
    };
    const seen = new Set<number>();
    for (let turn = 0; turn < 20; turn += 1)
      for (const status of await Promise.all(Array.from({ length: 100 }, () => read(watcher)))) seen.add(status);
    expect([...seen]).toEqual([200]);
    expect([await read(watcher), await read(ana)]).toEqual([429, 200]);
  });

  it("[R113] of images on their way a person has three, and all together 64 MB; once they are given up the next is taken", async () => {
    const { server, board, ana } = await openAll();
    const tried = async () => {
      // each time somebody else, who has sent nothing in this minute
      const { session } = await board.join("participant");
      return (await send(server, board.id, session, PIXEL)).status;
    };
    const begin = (session: string, count: number) =>
      Array.from({ length: count }, () => stall(server, board.id, session, FILE_LIMITS.bytes));
    const sent = async () => (await send(server, board.id, ana.session, PIXEL)).status;
    const own = begin(ana.session, 3);
    await until(async () => (await sent()) === 429, "three of a person");
    expect(await tried()).toBe(201);
    const others = [
      ...begin((await board.join("participant")).session, 3),
      ...begin((await board.join("participant")).session, 2),
    ];
    await until(async () => (await tried()) === 429, "64 MB of all");
    for (const stalled of [...own, ...others]) stalled.giveUp();
    await until(async () => (await tried()) === 201, "room for all");
    await until(async () => (await sent()) === 201, "room for a person");
  });
});
