import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBoard } from "@palabre/shared/documents";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The program of the README as it stands there, beside the packages that it asks for. */
async function programOfReadme(): Promise<string> {
  const readme = await readFile(at("../../README.md"), "utf8");
  const program = /\n### A program of yours on a board\n.*?```js\n(.*?)```/s.exec(readme)?.[1];
  expect(program).toBeDefined();
  const folder = await openFolder();
  await symlink(at("../node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "program.mjs"), program ?? "");
  return join(folder, "program.mjs");
}

async function run(program: string, link: string): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, [program, link]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (output += bytes.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

describe("the program of the README", () => {
  it("[R96] joins by a link with the stock provider, and what it wrote is on the board when it says so", async () => {
    const program = await programOfReadme();
    for (const basePath of ["", "/palabre"]) {
      const server = await startServer({ basePath });
      const board = await openBoard(server);
      const { code, output } = await run(program, board.links.participant);
      expect([code, output]).toEqual([0, expect.stringContaining("Open on Saturdays")]);
      const { session } = await board.join("viewer");
      const reader = connect(server, board.id, session, "board");
      await synced(reader);
      const { cards, links } = readBoard(reader.doc);
      const [card, aim] = [...cards.values()].toSorted((one, other) => one.position[0] - other.position[0]);
      expect(card).toMatchObject({
        kind: "strategy",
        text: "Lend the key\nto whoever opens on Saturdays",
        attributes: { cost: 20, unit: "euro" },
      });
      expect(aim).toMatchObject({ kind: "expectation", position: [320, 0] });
      expect([...links.values()]).toMatchObject([{ from: card?.id, to: aim?.id, polarity: "+", strength: 3 }]);
      expect(card?.by).toBe(aim?.by);
    }
  });

  it("[R96] says why it may not: with the code of the refusal, or that of the connection's end", async () => {
    const program = await programOfReadme();
    const server = await startServer();
    const board = await openBoard(server);
    expect(await run(program, `${board.links.participant}x`)).toMatchObject({
      code: 1,
      output: expect.stringContaining("Error: bad-secret"),
    });
    const { session } = await board.join("facilitator", "F");
    const frozen = await ask(server, "PATCH", `/api/boards/${board.id}/rules`, { session, body: { frozen: true } });
    expect(frozen.status).toBe(200);
    // what was under way when it froze has three seconds; who came afterwards has none
    expect(await run(program, board.links.participant)).toMatchObject({
      code: 1,
      output: expect.stringContaining("the server ended it for good: 4403"),
    });
  });
});
