import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readWorkshop } from "@palabre/shared/documents";
import type { ThemeList } from "@palabre/shared/protocol";
import { expect, it, onTestFinished } from "vitest";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** Ollama's answer to `/api/embed`, for who knows two meanings. */
async function startService() {
  const asked: string[] = [];
  let isBroken = false;
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { input } = JSON.parse(Buffer.concat(parts).toString()) as { input: string[] };
      asked.push(...input);
      if (isBroken) return void response.writeHead(500).end();
      const embeddings = input.map((text) => [
        /kazoo|mirliton/i.test(text) ? 1 : 0,
        /tramway|gutter/i.test(text) ? 1 : 0,
      ]);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ embeddings }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void service.close());
  return {
    asked,
    url: `http://127.0.0.1:${(service.address() as AddressInfo).port}/api/embed`,
    breakDown: () => (isBroken = true),
  };
}

const pick = (words: readonly string[], at: number) => words[at % words.length] ?? "";
const english = (at: number) =>
  [
    pick(["Please offer", "Could we have", "I would love", "Why not start"], at),
    pick(["kazoo lessons", "a kazoo evening", "the kazoo orchestra"], at),
    pick(["for beginners", "so that parents can come", "when the trams still run", "for students", "on Fridays"], at),
    pick(
      ["this winter", "after work", "in the old hall", "with tea", "twice a month", "near the station", "by June"],
      at,
    ),
  ].join(" ");
const french = (at: number) =>
  [
    pick(["Il faudrait", "Pourriez-vous proposer", "J’aimerais", "Pourquoi pas"], at),
    pick(["des cours de mirliton", "une soirée mirliton", "un orchestre de mirliton"], at),
    pick(["pour débuter", "avec les enfants", "pour les étudiants", "le vendredi", "pendant les vacances"], at),
    pick(
      ["cet hiver", "après le travail", "dans la vieille salle", "avec un thé", "deux fois par mois", "en juin", "ici"],
      at,
    ),
  ].join(" ");

async function hear(embeddings: { readonly url: string; readonly model: string; readonly key: undefined } | undefined) {
  const server = await startServer({ embeddings });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const workshop = connect(server, board.id, session, "workshop");
  await synced(workshop);
  const texts = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? english(at / 2) : french((at - 1) / 2)));
  const rows = texts.map((text, at) => `"${text}",${new Date(Date.UTC(2024, 2, 5) + at * 60_000).toISOString()}`);
  const form = new FormData();
  form.append("kind", "csv");
  form.append("file", new Blob([`text,date\n${rows.join("\n")}\n`]), "posts.csv");
  await fetch(`${server.url}/api/boards/${board.id}/sources`, {
    method: "POST",
    headers: { authorization: `Bearer ${session}` },
    body: form,
  });
  const themes = async () =>
    (await ask<ThemeList>(server, "GET", `/api/boards/${board.id}/themes`, { session })).body.themes;
  const settled = () =>
    until(async () => (await themes()).reduce((sum, { posts }) => sum + posts, 0) >= 40, "themes were found", 30_000);
  return { themes, settled, workshop };
}

it("[L119, L120] themes of two languages are one by the operator's service, which is named to all; without it each language has its own", async () => {
  const service = await startService();
  const with_ = await hear({ url: service.url, model: "small", key: undefined });
  const both = await until(
    async () => (await with_.themes()).find(({ languages }) => Object.keys(languages).length >= 2),
    "a theme has two languages",
    30_000,
  );
  expect(both.query).toMatch(/kazoo/i);
  expect(both.query).toMatch(/mirliton/i);
  expect(service.asked.length).toBeGreaterThan(1);
  await until(() => readWorkshop(with_.workshop.doc).listening.comparedBy === "small", "all are told of it");

  const without = await hear(undefined);
  await without.settled();
  const alone = await without.themes();
  expect(alone.filter(({ query }) => /kazoo/i.test(query) && /mirliton/i.test(query))).toEqual([]);
  expect(readWorkshop(without.workshop.doc).listening.comparedBy).toBeUndefined();
});

it("[L119] a service that fails costs nothing but the comparison", async () => {
  const service = await startService();
  service.breakDown();
  const { settled, themes } = await hear({ url: service.url, model: "small", key: undefined });
  await settled();
  expect((await themes()).length).toBeGreaterThan(1);
  expect(service.asked.length).toBeGreaterThan(0);
});
