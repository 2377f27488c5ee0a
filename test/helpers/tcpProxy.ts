import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { ServerAddress } from "./startServer.ts";

/**
 * What a line does to what is sent over it.
 *
 * - `good`: hands it on
 * - `late`: hands it on 2 s later
 * - `poor`: 200 ms each way, and one piece in a hundred is lost and sent again a second later, with all behind it
 * - `narrow`: 1 kB a second each way
 * - `deaf`, `mute`: nothing more comes back, or goes out, and neither side is told
 */
export const LINES = ["good", "late", "poor", "narrow", "deaf", "mute"] as const;
export type Line = (typeof LINES)[number];

/** A line between one client and the server, which can be made worse. Closed when the test ends. */
export interface TcpProxy extends ServerAddress {
  /** From here on, for what is under way too. */
  turn(line: Line): void;
  /** Ends all connections at once. */
  cut(): void;
  /** Where new connections go. */
  leadTo(port: number): void;
}

/** A port at which nobody answers. */
export const NOWHERE = 1;

const LATE_MS = 2_000;
const POOR_MS = 200;
const SENT_AGAIN_MS = 1_000;
const LOST_OF = 100;
const NARROW_BYTES_PER_TICK = 20;
const TICK_MS = 20;

interface Direction {
  readonly from: Socket;
  readonly to: Socket;
  readonly isOutward: boolean;
  readonly queue: { readonly bytes: Buffer; readonly at: number; readonly isLost: boolean }[];
}

export async function openProxy(port: number): Promise<TcpProxy> {
  let target = port;
  let line: Line = "good";
  let pieces = 0;
  const directions = new Set<Direction>();
  const end = (direction: Direction) => {
    direction.from.destroy();
    direction.to.destroy();
  };
  const cut = () => directions.forEach(end);

  const hand = ({ to, queue, isOutward }: Direction, now: number) => {
    if (line === "deaf" && !isOutward) return;
    if (line === "mute" && isOutward) return;
    let budget = line === "narrow" ? NARROW_BYTES_PER_TICK : Number.POSITIVE_INFINITY;
    for (let first = queue[0]; first && budget > 0; first = queue[0]) {
      if (line === "late" && now - first.at < LATE_MS) return;
      if (line === "poor" && now - first.at < POOR_MS + (first.isLost ? SENT_AGAIN_MS : 0)) return;
      const part = first.bytes.subarray(0, budget);
      budget -= part.length;
      to.write(part);
      if (part.length === first.bytes.length) queue.shift();
      else queue[0] = { ...first, bytes: first.bytes.subarray(part.length) };
    }
  };
  const join = (from: Socket, to: Socket, isOutward: boolean) => {
    const direction: Direction = { from, to, isOutward, queue: [] };
    directions.add(direction);
    from.on("data", (bytes) => {
      pieces += 1;
      direction.queue.push({ bytes, at: Date.now(), isLost: pieces % LOST_OF === 0 });
      if (line === "good") hand(direction, Date.now());
    });
    from.on("error", () => end(direction));
    from.on("close", () => {
      directions.delete(direction);
      // what was sent before the end is still handed on; a half-open line does not tell
      if (line === "good") to.end();
      else if (line !== "deaf" && line !== "mute") setTimeout(() => end(direction), LATE_MS);
    });
  };
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) socket.setNoDelay(true);
    join(client, upstream, true);
    join(upstream, client, false);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const timer = setInterval(() => directions.forEach((direction) => hand(direction, Date.now())), TICK_MS);
  onTestFinished(() => {
    clearInterval(timer);
    cut();
    server.close();
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
  return {
    port: bound.port,
    url: `http://127.0.0.1:${bound.port}`,
    turn: (next) => (line = next),
    cut,
    leadTo: (next) => (target = next),
  };
}
