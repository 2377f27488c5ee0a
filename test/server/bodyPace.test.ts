import { createConnection } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { openBoard } from "../helpers/client.ts";
import { startServer, type ServerAddress } from "../helpers/startServer.ts";

const PACE = { bytes: 100, everyMs: 500 };

/** Sends a request's head over a socket of its own. `answer` resolves with all that came back, once the server has closed. */
function open({ port }: ServerAddress, path: string, headers: Readonly<Record<string, string | number>>) {
  const socket = createConnection(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const lines = Object.entries({ host: "localhost", connection: "close", ...headers });
  const head = [`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const answer = text(socket);
  return {
    answer,
    /** @returns how many were sent before the server had enough */
    send: async (piece: string, times: number, everyMs: number): Promise<number> => {
      for (let sent = 0; sent < times; sent += 1) {
        if (socket.readableEnded || socket.destroyed) return sent;
        socket.write(piece);
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
      return times;
    },
  };
}
const json = (length: number) => ({ "content-type": "application/json", "content-length": length });

describe("a body on its way", () => {
  it("[R122] that stops is not waited for", { timeout: 10_000 }, async () => {
    const server = await startServer({ bodyPace: PACE });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ana");
    const stopped = open(server, `/api/boards/${board.id}/files`, {
      authorization: `Bearer ${session}`,
      "content-type": "multipart/form-data; boundary=line",
      "content-length": 100_000,
    });
    await stopped.send('--line\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n', 1, 0);
    expect(await stopped.answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("[R122] that drips is not heard to its end", { timeout: 10_000 }, async () => {
    const dripping = open(await startServer({ bodyPace: PACE }), "/api/boards", json(1_000));
    expect(await dripping.send(" ", 100, 50)).toBeLessThan(100);
    expect(await dripping.answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("[R122] that comes slowly but steadily is heard to its end", { timeout: 20_000 }, async () => {
    const body = JSON.stringify({ title: "Evenings", language: "en" });
    const server = await startServer({ bodyPace: { bytes: 100, everyMs: 2_000 } });
    const slow = open(server, "/api/boards", json(45 * 100 + body.length));
    await slow.send(" ".repeat(100), 45, 100);
    await slow.send(body, 1, 0);
    expect(await slow.answer).toMatch(/^HTTP\/1\.1 201 /);
  });
});
