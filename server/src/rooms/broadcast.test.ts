import { describe, expect, it } from "vitest";
import { broadcast } from "./broadcast.ts";
import type { Connection } from "./connection.ts";
import type { PresenceNews, RoomPresence } from "./presence.ts";
import { framed } from "./wire.ts";

/** A connection as far as sending goes: what was written to it, one entry a write. */
function reader(knowsUpTo: number, isSlow = false) {
  const writes: string[] = [];
  const write = (bytes: Uint8Array) => void writes.push(Buffer.from(bytes).toString("hex"));
  return { connection: { knowsUpTo, isSlow, write } as unknown as Connection, writes };
}
const updates = (entries: readonly (readonly number[])[]) =>
  entries.map((bytes) => Buffer.from(framed(Uint8Array.of(0, 2, bytes.length, ...bytes))).toString("hex")).join("");
const presenceOf = (news: PresenceNews) => ({ take: () => news }) as unknown as RoomPresence;

describe("broadcast", () => {
  it("[R50] what one commit holds goes to each connection in one write, without what is its own or known to it", () => {
    const [ada, grace, watcher, late, newcomer] = [reader(0), reader(0), reader(0), reader(6), reader(Infinity)];
    const entries = [
      { bytes: Uint8Array.of(1), from: ada.connection, index: 5 },
      { bytes: Uint8Array.of(2, 2), from: grace.connection, index: 6 },
      { bytes: Uint8Array.of(3), from: "the server", index: 7 },
      { bytes: Uint8Array.of(4), from: ada.connection, index: 8 },
    ];
    broadcast(
      entries,
      [ada, grace, watcher, late, newcomer].map(({ connection }) => connection),
      undefined,
    );
    expect(ada.writes).toEqual([updates([[2, 2], [3]])]);
    expect(grace.writes).toEqual([updates([[1], [3], [4]])]);
    expect(watcher.writes).toEqual([updates([[1], [2, 2], [3], [4]])]);
    expect(late.writes).toEqual([updates([[3], [4]])]);
    expect(newcomer.writes).toEqual([]);
  });

  it("[R50] presence that is due goes along, and a slow reader does without it", () => {
    const [ada, watcher, slow] = [reader(0), reader(0), reader(0, true)];
    const news = Buffer.from("presence");
    broadcast(
      [{ bytes: Uint8Array.of(1), from: ada.connection, index: 1 }],
      [ada, watcher, slow].map(({ connection }) => connection),
      presenceOf(() => news),
    );
    expect(ada.writes).toEqual([news.toString("hex")]);
    expect(watcher.writes).toEqual([updates([[1]]) + news.toString("hex")]);
    expect(slow.writes).toEqual([updates([[1]])]);
  });

  it("[R50] frames of every length have the head that tells it", () => {
    const watcher = reader(0);
    const lengths = [1, 121, 122, 127, 128, 16_383, 16_384, 65_529, 65_530, 70_000];
    const entries = lengths.map((length, index) => ({ bytes: new Uint8Array(length).fill(7), from: "x", index }));
    broadcast(
      entries.map((entry) => ({ ...entry, index: entry.index + 1 })),
      [watcher.connection],
      undefined,
    );
    const bytes = Buffer.from(watcher.writes.join(""), "hex");
    const heard: number[] = [];
    for (let at = 0; at < bytes.length;) {
      const short = (bytes[at + 1] ?? 0) & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
      heard.push(length);
      at += head + length;
    }
    const countBytes = (count: number) => (count < 128 ? 1 : count < 16_384 ? 2 : 3);
    expect(heard).toEqual(lengths.map((length) => 2 + countBytes(length) + length));
  });
});
