import type { PostLabelled, PostPage, Problem, SourceRead, ThemeList } from "@palabre/shared/protocol";
import { applyEdits, readThemes, readAnnotation } from "@palabre/shared/documents";
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
    expect([all.total, all.withCopies]).toEqual([3, 4]);
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
      expect([reply.status, reply.body.heard]).toMatchObject([201, { isSure: true, chance: 1 }]);
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

  it("[L143] themes stand in the workshop and in the API, keep their ids as posts come, and quote word for word", async () => {
    const { upload, send, page, server, board, session } = await openScene({ dataDir: await openFolder() });
    const workshop = connect(server, board.id, session, "workshop");
    await synced(workshop);
    const pick = (words: readonly string[], at: number) => words[at % words.length] ?? "";
    // no two so alike that they are one
    const evening = (at: number) =>
      [
        pick(["Please open", "Could we have", "I would love", "Why not have"], at),
        pick(["an evening session", "evening hours", "the evening workshop"], at),
        pick(
          ["because my shift ends late", "so that parents can come", "when the trams still run", "for students"],
          at,
        ),
        pick(["this winter", "after work", "in the old hall", "with tea", "twice a month", "near the station"], at + 1),
      ].join(" ");
    const kiln = (at: number) =>
      [
        pick(["Le four reste froid", "Le four ne chauffe plus", "Four en panne", "Encore le four bloqué"], at),
        pick(["depuis mardi", "au sous-sol", "pendant la cuisson", "sans prévenir", "le jour du stage"], at),
        pick(
          ["réparez-le vite", "on perd nos bols", "l’émail est raté", "c’est pénible", "personne ne répond"],
          at + 2,
        ),
        pick(["il faut un technicien", "mes élèves attendent", "merci de le changer"], at),
      ].join(", ");
    await upload([
      ...Array.from({ length: 12 }, (_, at) => evening(at)),
      ...Array.from({ length: 12 }, (_, at) => kiln(at)),
    ]);
    const first = await until(() => {
      const themes = [...readThemes(workshop.doc)];
      return themes.length >= 2 ? themes : undefined;
    }, "two themes");
    const texts = new Map((await page()).posts.map(({ id, text }) => [id, text]));
    for (const [id, theme] of first) {
      expect(theme.quotes.length).toBeGreaterThan(0);
      for (const { post, text, start, end } of theme.quotes) expect(texts.get(post)?.slice(start, end)).toBe(text);
      const listed = await page({ theme: id });
      expect(listed.total).toBe(theme.posts);
      expect(theme.expectations).toBe((await page({ theme: id, kind: "expectation" })).total);
      expect(theme.posts).toBe(theme.feelings.positive + theme.feelings.neutral + theme.feelings.negative);
      expect((await page({ query: theme.query })).total).toBeGreaterThan(0);
    }
    const { body } = await send<ThemeList>("GET", "/themes");
    expect(new Set(body.themes.map(({ id }) => id))).toEqual(new Set(first.map(([id]) => id)));

    const [kept, { posts: before }] = first.find(([, { quotes }]) => /four/i.test(quotes[0]?.text ?? "")) ?? [
      undefined,
      { posts: 0 },
    ];
    if (!kept) throw new Error("no theme of the kiln");
    await upload(Array.from({ length: 40 }, (_, at) => kiln(at + 100)));
    const postsOf = () => readThemes(workshop.doc).get(kept)?.posts ?? 0;
    await until(() => postsOf() > before, "the theme grows", 20_000);
    expect(readThemes(workshop.doc).size).toBeLessThanOrEqual(40);
    const { body: sources } = await send<{ sources: { id: string }[] }>("GET", "/sources");
    for (const { id } of sources.sources) await send("DELETE", `/sources/${id}`);
    await until(() => readThemes(workshop.doc).size === 0, "no theme without posts");
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
      const readings = readAnnotation(workshop.doc, card)?.readings ?? [];
      const found = readings.find(({ measure }) => measure === "feeling");
      return found?.n === 9 ? found : undefined;
    }, "the feeling of nine posts");
    expect(feeling).toMatchObject({ state: "known", value: 1, feelings: { positive: 9, neutral: 0, negative: 0 } });
  });

  it("[L121] a board keeps searches for everybody, and facilitators alone change them", async () => {
    const { send, board, server } = await openScene();
    const searches = [
      { name: "Evenings", filter: { query: '(evening OR soir) NOT "by train"', kind: "expectation", days: 30 } },
    ];
    expect((await send("GET", "/searches")).body).toEqual({ searches: [] });
    expect((await send("PUT", "/searches", { searches })).status).toBe(204);
    const { session } = await board.join("participant");
    const path = `/api/boards/${board.id}/searches`;
    expect((await ask(server, "GET", path, { session })).body).toEqual({ searches });
    const refused = await ask<Problem>(server, "PUT", path, { session, body: { searches: [] } });
    expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);
    const wrong = await send<Problem>("PUT", "/searches", { searches: [{ name: " ", filter: {} }] });
    expect([wrong.status, wrong.body.code]).toEqual([400, "bad-request"]);
    expect((await send("PUT", "/searches", { searches: [] })).status).toBe(204);
    expect((await send("GET", "/searches")).body).toEqual({ searches: [] });
  });
});
