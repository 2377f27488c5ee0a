import { existsSync } from "node:fs";
import type { PostPage, SourceRead } from "@palabre/shared/protocol";
import type { Source } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { ask, openBoard } from "../helpers/client.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const ROWS = 6_000;

it.skipIf(!existsSync(BUILT_SERVER))(
  "[L174] a file of posts that a crash cut on its way in is gone after the start, and counted once when it is sent again",
  async () => {
    const environment = { DATA_DIR: await openFolder() };
    const first = await runServer(environment);
    const board = await openBoard(first);
    const { session } = await board.join("facilitator");
    const path = `/api/boards/${board.id}`;
    const upload = ({ url }: ServerAddress) => {
      const form = new FormData();
      form.append("kind", "csv");
      const rows = Array.from({ length: ROWS }, (_, at) => `Evening ${at} of the ${at * 7} that came,2026-03-10`);
      form.append("file", new Blob([`text,date\n${rows.join("\n")}\n`]), "posts.csv");
      const headers = { authorization: `Bearer ${session}` };
      return fetch(`${url}${path}/sources`, { method: "POST", headers, body: form });
    };
    const sources = async (server: ServerAddress) =>
      (await ask<{ sources: Source[] }>(server, "GET", `${path}/sources`, { session })).body.sources;
    const total = async (server: ServerAddress) =>
      (await ask<PostPage>(server, "GET", `${path}/posts?limit=1`, { session })).body.total;

    const reply = upload(first).catch(() => undefined);
    await until(
      async () => (await sources(first)).some(({ state, posts }) => state === "waiting" && posts > 0),
      "some of it",
      30_000,
    );
    first.kill("SIGKILL");
    await first.ended;
    expect(await reply).toBeUndefined();

    const again = await runServer(environment);
    await until(async () => (await sources(again)).length === 0, "no source", 20_000);
    expect(await total(again)).toBe(0);
    expect(((await (await upload(again)).json()) as SourceRead).added).toBe(ROWS);
    expect(await total(again)).toBe(ROWS);
  },
  150_000,
);
