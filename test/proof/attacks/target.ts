import type { CardId, PersonId } from "@palabre/shared/terms";
import { openRaw, openSynced, message, type OpenedBoard, type RawClient } from "../../helpers/client.ts";
import type { Random } from "../../helpers/seeded.ts";
import type { ServerAddress } from "../../helpers/startServer.ts";

/** What an attacker has: a board to come in by a participant's and a viewer's link, and what everybody there sees of the others. */
export interface Target {
  readonly server: ServerAddress;
  readonly board: OpenedBoard;
  readonly random: Random;
  readonly session: string;
  readonly person: PersonId;
  readonly viewerSession: string;
  /** an honest person's card, its Yjs client id, and the clock after all of it; asked anew each time */
  readonly victim: { readonly card: CardId; readonly person: PersonId; client(): number; clock(): number };
}
export interface Attack {
  readonly name: string;
  run(target: Target): Promise<void>;
}

export const open = (target: Target, session: string = target.session): Promise<RawClient> =>
  openSynced(target.server, target.board.id, "board", session);
export const openUnsynced = (target: Target, session: string = target.session): Promise<RawClient> =>
  openRaw(target.server, target.board.id, "board", { session });

export const pause = (forMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, forMs));

/** Comes back when the other side has closed, or after a while. */
export const over = (client: RawClient, forMs: number): Promise<unknown> => Promise.race([client.closed, pause(forMs)]);

/** Sends frames as fast as the socket takes them, for a while at most; stops when it is closed. */
export async function flood(client: RawClient, frames: Iterable<Uint8Array>, forMs = 6_000): Promise<void> {
  const end = Date.now() + forMs;
  let count = 0;
  for (const frame of frames) {
    if (client.socket.readyState !== 1 || Date.now() > end) return;
    client.send(frame);
    count += 1;
    if (count % 200 === 0 || frame.length > 100_000) await pause(0);
    while (client.socket.bufferedAmount > 4 * 2 ** 20 && Date.now() < end) await pause(5);
  }
}

export function* repeated(times: number, frame: (index: number) => Uint8Array): Iterable<Uint8Array> {
  for (let index = 0; index < times; index += 1) yield frame(index);
}

/** Sends each frame on a connection of its own, and looks how it ends. */
export async function each(target: Target, frames: readonly Uint8Array[], session?: string): Promise<void> {
  for (const frame of frames) {
    const client = await open(target, session);
    client.send(frame);
    client.send(message(100, 1));
    await Promise.race([client.closed, client.hears(100, 1), pause(1_000)]).catch(() => undefined);
    client.socket.terminate();
  }
}

export const update = (bytes: Uint8Array): Uint8Array => message(0, 2, bytes);
export const step2 = (bytes: Uint8Array): Uint8Array => message(0, 1, bytes);

/** As many as one person may have on a board, with one to spare. */
export const CONNECTIONS = 11;

export const openMany = (target: Target, count = CONNECTIONS): Promise<RawClient[]> =>
  Promise.all(Array.from({ length: count }, () => open(target)));
export const endAll = (clients: readonly RawClient[]) => clients.forEach(({ socket }) => socket.terminate());
