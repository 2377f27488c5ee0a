import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { BODY_PACE, keepingPace } from "./bodyPace.ts";

test("[R122] nothing of a request stays with its connection, whether it had a body or none", async () => {
  const sockets: Socket[] = [];
  const server = createServer(
    keepingPace((incoming, outgoing) => void incoming.resume().on("end", () => outgoing.end("ok")), BODY_PACE),
  );
  server.on("connection", (socket: Socket) => sockets.push(socket));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const send = async (body: string): Promise<void> => {
    const asked = request({ port, host: "127.0.0.1", method: "POST", agent });
    asked.end(body);
    const [reply] = (await once(asked, "response")) as [NodeJS.ReadableStream];
    await once(reply.resume(), "end");
  };
  const listeners = () => sockets[0]?.listenerCount("close");
  for (const body of ["", "a body"]) {
    await send(body);
    const first = listeners();
    for (let count = 0; count < 20; count += 1) await send(body);
    expect([sockets.length, listeners()]).toEqual([1, first]);
  }
});
