import { readBoard, readDesk, readAnnotation, readAnnotations, readWorkshop } from "@palabre/shared/documents";
import type { BoardCreated, SourceRead } from "@palabre/shared/protocol";
import type { Annotation } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, secretOf, synced } from "../helpers/client.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

async function openSample(server: TestServer) {
  const { body } = await ask<BoardCreated>(server, "POST", "/api/boards", {
    body: { title: "Which repair café?", template: "repair-cafe", language: "en" },
  });
  const sessionOf = async (role: "facilitator" | "viewer") => {
    const request = { secret: secretOf(body.links[role]), bearer: true };
    const reply = await ask<{ session: string }>(server, "POST", `/api/boards/${body.id}/sessions`, { body: request });
    return reply.body.session;
  };
  return { id: body.id, sessionOf };
}
const mentionsOf = (annotation: Annotation | undefined) =>
  annotation?.readings.find(({ measure }) => measure === "mentions")?.value;

describe("the sample workshop on the whole server", () => {
  it("[N10, N14] is annotated for whoever opens it, and again when a file of posts is added", async () => {
    const server = await startServer({ dataDir: await openFolder() });
    const sample = await openSample(server);
    const [facilitator, viewer] = [await sample.sessionOf("facilitator"), await sample.sessionOf("viewer")];
    const board = connect(server, sample.id, viewer, "board");
    const workshop = connect(server, sample.id, viewer, "workshop");
    const desk = connect(server, sample.id, facilitator, "desk");
    await Promise.all([synced(board), synced(workshop), synced(desk)]);

    const { cards } = readBoard(board.doc);
    const measured = [...cards.values()].filter(({ kind }) => ["expectation", "factor", "strategy"].includes(kind));
    const { cards: said, listening } = await until(() => {
      const seen = { ...readAnnotations(workshop.doc), listening: readWorkshop(workshop.doc).listening };
      return seen.listening.posts === 0 || seen.cards.size < measured.length ? undefined : seen;
    }, "figures");
    expect(new Set(said.keys())).toEqual(new Set(measured.map(({ id }) => id)));
    expect(listening).toMatchObject({ sources: 1, posts: 125, late: 0 });
    const evenings = measured.find(({ text }) => text.includes("evening"));
    const annotationOf = () => evenings && readAnnotation(workshop.doc, evenings.id);
    expect(mentionsOf(annotationOf())).toBe(24);
    expect(annotationOf()?.quotes.length).toBe(5);

    const file = new FormData();
    file.set("kind", "csv");
    file.set(
      "file",
      new Blob([`text,date\nAn evening in the workshop please,${new Date().toISOString()}\n`]),
      "posts.csv",
    );
    const reply = await fetch(`${server.url}/api/boards/${sample.id}/sources`, {
      method: "POST",
      headers: { authorization: `Bearer ${facilitator}` },
      body: file,
    });
    const read = (await reply.json()) as SourceRead;
    expect([reply.status, read.added]).toEqual([201, 1]);
    await until(() => mentionsOf(annotationOf()) === 25, "the new post");
    expect(annotationOf()?.quotes[0]).toMatchObject({
      text: "An evening in the workshop please",
      source: read.source.id,
    });
    await until(() => readDesk(desk.doc).sources.get(read.source.id)?.posts === 1, "the source on the desk");

    await ask(server, "DELETE", `/api/boards/${sample.id}/sources/${read.source.id}`, { session: facilitator });
    await until(() => mentionsOf(annotationOf()) === 24, "the post that went with its source");
    await until(() => !readDesk(desk.doc).sources.has(read.source.id), "the source off the desk");
  });
});
