import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { ServerAddress } from "./startServer.ts";

/** A proxy that knows nothing of boards: each connection goes to the next server in turn. Closed when the test ends. */
export async function openRoundRobin(servers: readonly ServerAddress[]): Promise<ServerAddress> {
  const open = new Set<Socket>();
  let turns = 0;
  const proxy = createServer((near) => {
    const server = servers[(turns += 1) % servers.length];
    const far = connect(server?.port ?? 0, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("error", () => from.destroy());
      from.once("close", () => {
        open.delete(from);
        to.destroySoon();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  });
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://localhost:${address.port}`, port: address.port };
}
