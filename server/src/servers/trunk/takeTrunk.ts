import { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { z } from "zod";
import { Line } from "./line.ts";
import { createSender } from "./sender.ts";
import { createReader, TYPES, type TrunkMessage } from "./wire.ts";

/** What the other server was asked by a client. */
const askedSchema = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  remoteAddress: z.string(),
});
export type Asked = z.input<typeof askedSchema>;

/**
 * The end of a trunk at which boards are kept: each line becomes an upgrade as if the client had come here. Ends all lines with it.
 * @param upgrade what answers upgrades for boards that are kept here
 */
export function takeTrunk(
  socket: Socket,
  upgrade: (incoming: IncomingMessage, line: Duplex, head: Buffer) => void,
): void {
  const sender = createSender(socket);
  const lines = new Map<number, Line>();
  const open = (number: number, body: Buffer): void => {
    const { url, headers, remoteAddress } = askedSchema.parse(JSON.parse(body.toString()));
    const line = new Line(number, sender, remoteAddress);
    lines.set(number, line);
    line.once("close", () => lines.delete(number));
    // it is no socket of the network, but has all that is asked of one
    const incoming = new IncomingMessage(line as unknown as Socket);
    Object.assign(incoming, { url, method: "GET", httpVersion: "1.1", headers });
    upgrade(incoming, line, Buffer.alloc(0));
  };
  const hear = ({ type, lines: [number = 0], body }: TrunkMessage): void => {
    if (type === TYPES.open) return open(number, body);
    const line = lines.get(number);
    if (type === TYPES.data) line?.hear(body);
    else if (type === TYPES.close) line?.destroy();
    else if (type === TYPES.pause) line?.hold();
    else if (type === TYPES.resume) line?.goOn();
    else if (type === TYPES.leave) line?.emit("leave");
  };
  const read = createReader(hear);
  socket.on("data", (chunk: Buffer) => {
    try {
      if (!read(chunk)) socket.destroy();
    } catch {
      // what the other server says is its own program's: one that is not understood is another program
      socket.destroy();
    }
  });
  socket.on("error", () => socket.destroy());
  // what has nothing more to say is over: a half-open one would stay for ever
  socket.on("end", () => socket.destroy());
  socket.on("close", () => {
    for (const line of lines.values()) line.destroy();
  });
}
