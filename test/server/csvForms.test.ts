import type { CsvPreview, PostPage, Problem, SourceRead } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { ask, openBoard } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";

const ROWS = [
  "Quand~Qui~Ce qui est dit~Pouces~Lien",
  "05/03/2024~Ana~Ouvrir le soir~3~https://cafe.org/1",
  "16/03/2024~Bob~L'atelier vélo~0~https://cafe.org/2",
];
const COLUMNS = { text: 2, date: 0, author: 1, react: 3, url: 4 };
const FILE = `${ROWS.join("\n")}\n`;

async function openScene() {
  const folder = await openFolder();
  const server = await startServer({ dataDir: folder });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const path = `/api/boards/${board.id}`;
  const send = async <T>(at: string, rest: string, fields: Record<string, string>, file: BlobPart) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([file]), "avis.csv");
    const headers = { authorization: `Bearer ${session}` };
    const response = await fetch(at + path + rest, { method: "POST", headers, body: form });
    return { status: response.status, body: (await response.json()) as T & Problem };
  };
  return { server, board, session, path, send };
}

it("[L109] a file whose columns nobody knows is shown, read as a facilitator says, and known again, after a restart too", async () => {
  const { server, send, path, session, board } = await openScene();
  const fields = { separator: "~" };
  const shown = await send<CsvPreview>(server.url, "/csv", fields, FILE);
  expect(shown).toEqual({
    status: 200,
    body: {
      separator: "~",
      header: ["Quand", "Qui", "Ce qui est dit", "Pouces", "Lien"],
      rows: ROWS.slice(1).map((row) => row.split("~")),
      columns: { url: 4 },
      isRemembered: false,
    },
  });
  expect((await send(server.url, "/sources", { kind: "csv", ...fields }, FILE)).body.code).toBe("csv-columns");
  const chosen = { kind: "csv", ...fields, columns: JSON.stringify(COLUMNS) };
  const added = await send<SourceRead>(server.url, "/sources", chosen, FILE);
  expect([added.status, added.body.added, added.body.skipped]).toEqual([201, 2, 0]);
  const page = await ask<PostPage>(server, "GET", `${path}/posts`, { session });
  expect(page.body.posts.map(({ text, at, engagement }) => [text, at, engagement?.react])).toEqual([
    ["L'atelier vélo", Date.UTC(2024, 2, 16), 0],
    ["Ouvrir le soir", Date.UTC(2024, 2, 5), 3],
  ]);
  const participant = await board.join("participant");
  await server.close();
  const again = await server.restart();
  expect((await send<CsvPreview>(again.url, "/csv", fields, FILE)).body).toMatchObject({
    columns: COLUMNS,
    isRemembered: true,
  });
  const next = FILE.replaceAll("2024", "2023").replace("Quand", "QUAND");
  expect((await send<SourceRead>(again.url, "/sources", { kind: "csv", ...fields }, next)).body.added).toBe(2);
  const other = await openBoard(again);
  const { session: elsewhere } = await other.join("facilitator");
  const form = new FormData();
  form.append("separator", "~");
  form.append("file", new Blob([FILE]), "a.csv");
  const headers = { authorization: `Bearer ${elsewhere}` };
  const response = await fetch(`${again.url}/api/boards/${other.id}/csv`, { method: "POST", headers, body: form });
  expect(await response.json()).toMatchObject({ isRemembered: false });
  const refused = await fetch(`${again.url}${path}/csv`, {
    method: "POST",
    headers: { authorization: `Bearer ${participant.session}` },
    body: form,
  });
  expect(refused.status).toBe(403);
});

it("[L109] any encoding can be said, and what can't be is named", async () => {
  const { server, send } = await openScene();
  // "date,text / 2024-03-05,カフェ" as Shift_JIS
  const japanese = Buffer.concat([
    Buffer.from("date,text\n2024-03-05,"),
    Buffer.from([0x83, 0x4a, 0x83, 0x74, 0x83, 0x46]),
  ]);
  const shown = await send<CsvPreview>(server.url, "/csv", { encoding: "shift_jis" }, japanese);
  expect(shown.body.rows).toEqual([["2024-03-05", "カフェ"]]);
  const read = await send<SourceRead>(server.url, "/sources", { kind: "csv", encoding: "shift_jis" }, japanese);
  expect(read.body.added).toBe(1);
  const wrong: [Record<string, string>, string][] = [
    [{ columns: "{" }, "bad-request"],
    [{ columns: '{"text":0}' }, "bad-request"],
    [{ columns: '{"text":-1,"date":0}' }, "bad-request"],
    [{ separator: "ab" }, "bad-request"],
    [{ separator: "\n" }, "bad-request"],
    [{ encoding: "é" }, "bad-request"],
    [{ columns: '{"text":7,"date":0}' }, "csv-columns"],
  ];
  for (const [fields, code] of wrong) {
    const reply = await send(server.url, "/sources", { kind: "csv", ...fields }, FILE.replaceAll("~", ";"));
    expect([fields, reply.body.code]).toEqual([fields, code]);
  }
  expect((await send(server.url, "/csv", {}, "<html>")).body.code).toBe("not-a-csv");
  expect((await send(server.url, "/csv", {}, "")).body.code).toBe("csv-empty");
});

it("[L109] a preview takes no more of a file than its beginning", async () => {
  const { server, send } = await openScene();
  const long = FILE.replaceAll("~", ";") + `06/03/2024;Ana;${"x".repeat(300)};1;\n`.repeat(200_000);
  const startedAt = performance.now();
  const { body } = await send<CsvPreview>(server.url, "/csv", {}, long);
  expect(body.rows).toHaveLength(5);
  expect(body.rows[4]?.[2]).toBe("x".repeat(200));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
