import { readWorkshop } from "@palabre/shared/documents";
import type { SessionOpened } from "@palabre/shared/protocol";
import type { Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, synced, type OpenedBoard } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";

describe("a program that opens a link", () => {
  it("[A45] stays one person as long as it brings its session, whatever link it opens and however often", async () => {
    const server = await startServer();
    const [board, other] = [await openBoard(server), await openBoard(server)];
    const open = async ({ id, secrets }: OpenedBoard, role: Role, session: string) => {
      const body = { secret: secrets[role], bearer: true };
      return (await ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, { body, session })).body;
    };
    const first = await board.join("viewer", "Scribe");
    const same = { person: first.person, session: first.session, name: "Scribe" };
    for (let run = 0; run < 3; run += 1)
      expect(await open(board, "viewer", first.session)).toMatchObject({ ...same, role: "viewer" });
    expect(await open(board, "participant", first.session)).toMatchObject({ ...same, role: "participant" });
    const { doc, provider } = connect(server, board.id, first.session, "workshop");
    await synced({ doc, provider });
    expect([...readWorkshop(doc).people.keys()]).toEqual([first.person]);
    // on another board nobody knows it
    expect((await open(other, "viewer", first.session)).session).not.toBe(first.session);
  });

  it("[A45] is not the person of the device on which it runs, whose cookie it brings", async () => {
    const server = await startServer();
    const { id, secrets } = await openBoard(server);
    const open = (bearer: boolean, headers: Readonly<Record<string, string>> = {}) =>
      ask<SessionOpened>(server, "POST", `/api/boards/${id}/sessions`, {
        body: { secret: secrets.participant, bearer },
        headers,
      });
    const device = await open(false);
    const program = await open(true, { cookie: device.headers.getSetCookie()[0]?.split(";")[0] ?? "" });
    expect(program.body.session).toBeDefined();
    expect(program.body.person).not.toBe(device.body.person);
  });
});
