import { ROUTES, type RouteDescription } from "@palabre/server/app";
import { readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { message, openSynced, saved, connect, synced, type RawClient } from "../helpers/client.ts";
import { beginDrafting, startQuick } from "../helpers/drafting.ts";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { until } from "../helpers/until.ts";

const SECRET = "the mayor should resign";

describe("what others can get of a draft", () => {
  it("[F41] is no byte, from any document, message, presence, barrier, address or log", async () => {
    const server = await startQuick();
    const { writer, board, awa, phase, waits, go, reveal } = await beginDrafting(server);
    const ada = await writer("Ada");
    const [ben, vera] = [await board.join("participant", "Ben"), await board.join("viewer", "Vera")];
    const clients: RawClient[] = [];
    for (const { session, role } of [awa, ben, vera])
      for (const document of ["board", "workshop", "desk", "draft"]) {
        if (document === "desk" && role !== "facilitator") continue;
        if (document === "draft" && role === "viewer") continue;
        clients.push(await openSynced(server, board.id, document, session));
      }
    const before = server.lines.length;
    const card = addNote(ada.draft.doc, SECRET);
    await saved(ada.draft, 1);
    await waits(({ ideas }) => ideas === 1);
    await go(phase.id, null);
    const client = message(ada.draft.doc.clientID);
    const traces = [Buffer.from(SECRET), Buffer.from(card), Buffer.from(client)];
    for (const each of clients) {
      // everything that can be asked: the whole again, who is here, and what is saved
      each.send(message(0, 0, new Uint8Array([0])));
      each.send(message(3));
      each.send(message(100, 9));
      await each.hears(100, 9);
    }
    const heard = Buffer.concat(clients.flatMap((each) => each.heard));
    expect(traces.filter((trace) => heard.includes(trace))).toEqual([]);

    const gets = Object.values<RouteDescription>(ROUTES).filter(({ method }) => method === "GET");
    const versions = `${server.url}/api/boards/${board.id}/versions`;
    const headers = { authorization: `Bearer ${awa.session}` };
    const listed = (await (await fetch(versions, { headers })).json()) as { versions?: { id: string }[] };
    const parts: Readonly<Record<string, string>> = {
      id: board.id,
      version: listed.versions?.[0]?.id ?? "none",
      person: ada.person,
    };
    const replies = await Promise.all(
      gets.map(async ({ path, reply: kind }) => {
        const address = path.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? "none");
        const reply = await fetch(`${server.url}${address}`, { headers });
        return kind === "events" ? firstEvent(reply) : Buffer.from(await reply.arrayBuffer());
      }),
    );
    expect(replies.length).toBeGreaterThan(10);
    expect(traces.filter((trace) => Buffer.concat(replies).includes(trace))).toEqual([]);
    // a log says of a draft neither what is in it nor whose it is
    const told = server.lines.slice(before).join("");
    expect([SECRET, card, ada.person].filter((trace) => told.includes(trace))).toEqual([]);
    await reveal();
    const after = Buffer.concat(clients.flatMap((each) => each.heard));
    expect([card, ada.person].filter((trace) => told.includes(trace))).toEqual([]);
    expect(traces.slice(1).filter((trace) => after.includes(trace))).toEqual([]);
  });

  it("[F41] the count rises on the beat of the clock, whoever wrote, and not with each card", async () => {
    const everyMs = 400;
    const server = await startQuick({ drafts: { countEveryMs: everyMs } });
    const { writer, board, awa, waits } = await beginDrafting(server);
    const people = await Promise.all(["Ada", "Ben", "Cleo"].map(writer));
    const seen = connect(server, board.id, awa.session, "workshop");
    await synced(seen);
    const steps = new Map<number, number>();
    const look = () => {
      const ideas = readWorkshop(seen.doc as StateDoc).drafts[0]?.ideas ?? 0;
      if (!steps.has(ideas)) steps.set(ideas, Date.now());
    };
    seen.doc.on("update", look);
    const from = Date.now();
    for (let n = 1; n <= 10; n += 1) {
      for (const { draft } of people) {
        addNote(draft.doc, `idea ${n}`);
        await saved(draft, n);
      }
    }
    await waits(({ ideas }) => ideas === 30);
    await until(() => steps.has(30), "the last count");
    const beats = Math.ceil((Date.now() - from) / everyMs) + 1;
    expect(steps.size).toBeLessThanOrEqual(beats + 1);
    expect(steps.size).toBeLessThan(15);
  });
});

/** Events have no end: what the first one says. */
async function firstEvent(reply: Response): Promise<Buffer> {
  let heard = Buffer.of();
  for await (const chunk of reply.body ?? []) {
    heard = Buffer.concat([heard, chunk as Uint8Array]);
    if (heard.includes("data: {") && heard.includes("\n\n", heard.indexOf("data: {"))) break;
  }
  return heard;
}
