import type { PostLabelled, PostPage, Problem, SourceRead } from "@palabre/shared/protocol";
import { applyEdits, readWorkshop } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { expectation } from "../helpers/annotated.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const AT = Date.UTC(2024, 2, 5, 10);

/** A board whose facilitator asks for things and uploads files of posts. */
async function openScene(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options);
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator");
  const path = `/api/boards/${board.id}`;
  const send = <T>(method: string, rest: string, body?: unknown) =>
    ask<T>(server, method, path + rest, { session, ...(body === undefined ? {} : { body }) });
  const upload = async (texts: readonly string[]) => {
    const rows = texts.map((text, at) => `"${text.replaceAll('"', '""')}",${new Date(AT + at * 60_000).toISOString()}`);
    const form = new FormData();
    form.append("kind", "csv");
    form.append("file", new Blob([`text,date\n${rows.join("\n")}\n`]), "posts.csv");
    const reply = await fetch(`${server.url}${path}/sources`, {
      method: "POST",
      headers: { authorization: `Bearer ${session}` },
      body: form,
    });
    return (await reply.json()) as SourceRead;
  };
  const page = async (filter: Record<string, string> = {}) =>
    (await send<PostPage>("GET", `/posts?${new URLSearchParams({ limit: "200", ...filter })}`)).body;
  const isRead = () => until(async () => (await page()).posts.every(({ heard }) => heard !== undefined), "posts read");
  return { server, board, session, person, send, upload, page, isRead };
}

describe("what is read in posts", () => {
  it("[L138] every post is read: kind, chance, feeling, language and the places that say why", async () => {
    const { upload, page, isRead } = await openScene({ dataDir: await openFolder() });
    await upload([
      "Please add an evening session, I work all day",
      "L’application plante à chaque synchronisation, c’est insupportable",
      "Merci, j’adore cet atelier, c’est parfait !",
      "Please add an evening session, I work all day https://example.org/2",
    ]);
    await isRead();
    const all = await page();
    expect(all.total).toBe(3);
    const byText = (start: string) => all.posts.find(({ text }) => text.startsWith(start));
    expect(byText("Please")).toMatchObject({ copies: 1, language: "en", heard: { kind: "request", language: "en" } });
    expect(byText("L’app")).toMatchObject({
      copies: 0,
      heard: { kind: "problem", feeling: "negative", language: "fr" },
    });
    expect(byText("Merci")).toMatchObject({ heard: { kind: "praise", feeling: "positive" } });
    const asked = byText("Please");
    const [evidence] = asked?.heard?.evidence ?? [];
    expect(asked?.text.slice(evidence?.from, evidence?.to).toLowerCase()).toContain("please");
    expect((await page({ kind: "expectation", language: "fr" })).posts.map(({ text }) => text.slice(0, 5))).toEqual([
      "L’app",
    ]);
    expect((await page({ feeling: "positive" })).total).toBe(1);
    expect((await page({ query: "(evening OR soir) NOT travail", to: String(AT + 60_000) })).total).toBe(1);
  });

  it("[L138] what was stored and not read is read by the next start", async () => {
    const dataDir = await openFolder();
    const { server, upload, board, session } = await openScene({ dataDir });
    await upload(Array.from({ length: 1_500 }, (_, at) => `Please add a ${at}th evening session for the ${at} of us`));
    await server.close();
    const next = await server.restart();
    await until(
      async () => {
        const reply = await ask<PostPage>(next, "GET", `/api/boards/${board.id}/posts?kind=request&limit=1`, {
          session,
        });
        return reply.body.posts.length === 1;
      },
      "posts read after the restart",
      30_000,
    );
  });

  it("[L139] a label is believed at once, and the board reads posts like it otherwise", async () => {
    const { upload, page, isRead, send, board, server } = await openScene();
    await upload([
      "The kiln was cold again on Tuesday",
      "Kiln cold on Sunday, no glaze done",
      "Cold kiln, third week in a row",
      "The kiln stayed cold all evening",
      "We threw twelve bowls",
    ]);
    await isRead();
    const chances = async () => new Map((await page()).posts.map(({ text, heard }) => [text, heard?.chance ?? 0]));
    const before = await chances();
    const { posts } = await page();
    const idOf = (text: string) => posts.find((post) => post.text.startsWith(text))?.id ?? "";
    for (const text of ["The kiln was", "Kiln cold", "Cold kiln"]) {
      const reply = await send<PostLabelled>("POST", "/labels", { post: idOf(text), isExpectation: true });
      expect(reply.status).toBe(201);
    }
    const after = await page();
    expect(after.posts.find(({ text }) => text.startsWith("Kiln cold"))?.heard).toMatchObject({
      isSure: true,
      chance: 1,
    });
    const unsaid = "The kiln stayed cold all evening";
    expect((await chances()).get(unsaid)).toBeGreaterThan((before.get(unsaid) ?? 0) + 0.1);
    const none = await send<Problem>("POST", "/labels", { post: "gone", isExpectation: true });
    expect([none.status, none.body.code]).toEqual([404, "unknown-post"]);
    const { session } = await board.join("participant");
    const refused = await ask<Problem>(server, "POST", `/api/boards/${board.id}/labels`, {
      session,
      body: { post: idOf("We threw"), isExpectation: true },
    });
    expect(refused.status).toBe(403);
  });

  it("[L134] the figures of a card tell what is felt once the posts were read", async () => {
    const { upload, server, board, session, person } = await openScene();
    const workshop = connect(server, board.id, session, "workshop");
    const doc = connect(server, board.id, session, "board");
    await Promise.all([synced(workshop), synced(doc)]);
    const card = newCardId();
    applyEdits(doc.doc, [expectation("soir", card, person)]);
    await upload(Array.from({ length: 9 }, (_, at) => `Merci, j’adore le soir ${at}, c’est parfait !`));
    const feeling = await until(() => {
      const readings = readWorkshop(workshop.doc).annotations.get(card)?.readings ?? [];
      const found = readings.find(({ measure }) => measure === "feeling");
      return found?.n === 9 ? found : undefined;
    }, "the feeling of nine posts");
    expect(feeling).toMatchObject({ state: "known", value: 1, feelings: { positive: 9, neutral: 0, negative: 0 } });
  });
});
