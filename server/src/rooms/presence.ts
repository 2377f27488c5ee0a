import type { PresentUser } from "@palabre/shared/documents";
import { MAX_PRESENCE_BYTES } from "@palabre/shared/protocol";
import type { PersonId } from "@palabre/shared/terms";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Connection } from "./connection.ts";
import { FIRST_PHONE_ID, type ShownPhone } from "./phones.ts";
import { BadFrame, framed, presenceHead, readCount } from "./wire.ts";

/** What one tab shows of itself. The state is the client's own, with `user` written over by the server. */
interface Entry {
  readonly owner: Connection;
  readonly state: object;
  /** as it goes over the socket, once somebody was shown it; until it changes */
  written: Uint8Array | undefined;
}

/** What of the presence is news, for each who is to hear it; undefined for whom there is nothing. */
export type PresenceNews = (to: Connection) => Buffer | undefined;

export interface PresenceOptions {
  readonly now: () => number;
  readonly everyMs: number;
  /** whether a connection may show itself under an id: it is its session's from then on, and no other's */
  readonly claims: (connection: Connection, id: number) => boolean;
  /** who is here without a connection, by id */
  readonly phones: () => ReadonlyMap<number, ShownPhone>;
  /** there is news, and it is time: `take` it now */
  readonly onDue: () => void;
  readonly clock: PresenceClock;
}

/**
 * The newest clock of the rooms of this process that are no more: those that take their place go on from it. Clients keep the clocks that
 * they heard, and drop what is not newer; the time may have been set back meanwhile. It is one for all boards, so that it needs no more room.
 */
export interface PresenceClock {
  last: number;
}

/**
 * Who is present in a room, and what they show: latest of each, merged, at most every so often, never stored.
 *
 * The wire is y-protocols' awareness: varuint(count), then for each: varuint(id) varuint(clock) varString(JSON, `null` = gone).
 * The clocks sent are the server's own, ever rising, so that a tab that comes back under its id is never taken for an old one.
 */
export class RoomPresence {
  readonly #now: () => number;
  readonly #everyMs: number;
  readonly #onDue: () => void;
  readonly #entries = new Map<number, Entry>();
  /** the one id of each connection */
  readonly #idOf = new Map<Connection, number>();
  readonly #claims: PresenceOptions["claims"];
  readonly #phones: PresenceOptions["phones"];
  readonly #changed = new Set<number>();
  readonly #shared: PresenceClock;
  #clock: number;
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor({ now, everyMs, onDue, claims, phones, clock }: PresenceOptions) {
    this.#now = now;
    this.#everyMs = everyMs;
    this.#onDue = onDue;
    this.#claims = claims;
    this.#phones = phones;
    this.#shared = clock;
    this.#clock = clock.last;
  }

  /**
   * Takes in what a connection says of itself; what it says of others is dropped (the stock client repeats all it hears).
   * @returns whether there was anything of itself, or what was too long to look at
   * @throws BadFrame
   */
  receive(from: Connection, bytes: Uint8Array): boolean {
    // a large room's presence is repeated as a whole; what is larger than that is nobody's
    if (bytes.length > MAX_PRESENCE_BYTES) return bytes.length > MAX_REPEATED_BYTES;
    let isOwn = false;
    for (const { id, json } of readEntries(bytes)) {
      if (!this.#owns(from, id, json)) continue;
      isOwn = true;
      const state = parseState(json);
      if (state === null) this.#entries.delete(id);
      else this.#entries.set(id, { owner: from, state, written: undefined });
      this.#change(id);
    }
    return isOwn;
  }

  /** A connection speaks for one id: the first it shows itself under, unless that is another device's. */
  #owns(from: Connection, id: number, json: string): boolean {
    const own = this.#idOf.get(from);
    if (own !== undefined || json === "null") return own === id;
    // a phone's, which is the server's to tell
    if (id >= FIRST_PHONE_ID) return false;
    if (!this.#claims(from, id)) return false;
    // the same device anew: its old connection may not have noticed yet that it is gone
    const owner = this.#entries.get(id)?.owner;
    if (owner) this.#idOf.delete(owner);
    this.#idOf.set(from, id);
    return true;
  }

  /** The id under which a connection shows itself. */
  idOf(connection: Connection): number | undefined {
    return this.#idOf.get(connection);
  }

  /** Shows a newcomer, or whoever asks, all that is present. */
  showAll(to: Connection): void {
    // who does not read may ask for ever
    if (to.isSlow) return;
    const own = this.#idOf.get(to);
    const ids = [...this.#entries.keys(), ...this.#phones().keys()].filter((id) => id !== own);
    if (ids.length > 0) to.writePresence(frameOf(this.#encode(ids)));
  }

  leave(connection: Connection): void {
    const id = this.#idOf.get(connection);
    if (id === undefined) return;
    this.#idOf.delete(connection);
    this.#entries.delete(id);
    this.#change(id);
  }

  /** Somebody with a phone came, went, or is called otherwise. */
  phoneChanged(id: number): void {
    this.#change(id);
  }

  /** Says again who is here with a phone: stock clients forget whom they have not heard of for 30 s. */
  renewPhones(): void {
    for (const id of this.#phones().keys()) this.#change(id);
  }

  /** Tells the others the new name of a person. */
  renamed(person: PersonId): void {
    for (const [id, { owner }] of this.#entries) if (owner.visitor.person === person) this.#change(id);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#shared.last = Math.max(this.#shared.last, this.#clock);
  }

  #change(id: number): void {
    const entry = this.#entries.get(id);
    if (entry) entry.written = undefined;
    this.#changed.add(id);
    if (this.#timer !== undefined) return;
    // a clock that was set back must not hold anybody up for as long
    const wait = Math.min(this.#everyMs, this.#sentAt + this.#everyMs - this.#now());
    if (wait <= 0) this.#onDue();
    // a little later than due: a write of the document that happens first takes it along
    else this.#timer = setTimeout(() => this.#due(), wait + TAKEN_ALONG_MS);
  }

  #due(): void {
    // timers and the clock need not agree
    this.#sentAt = Number.NEGATIVE_INFINITY;
    this.#onDue();
  }

  /** The news since the last time, if there is any and it is time. Each entry is written once; nobody hears of themselves. */
  take(): PresenceNews | undefined {
    if (this.#changed.size === 0 || this.#now() < this.#sentAt + this.#everyMs) return undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sentAt = this.#now();
    const ids = [...this.#changed];
    this.#changed.clear();
    const chunks = this.#encode(ids);
    const all = frameOf(chunks);
    const at = new Map(ids.map((id, index) => [id, index]));
    return (to) => {
      const own = this.#idOf.get(to);
      const index = own === undefined ? undefined : at.get(own);
      if (index === undefined) return all;
      return chunks.length === 1 ? undefined : frameOf(chunks.toSpliced(index, 1));
    };
  }

  /** Under one clock, newer than all before: one for each entry would get ahead of the time where many move. */
  #encode(ids: readonly number[]): Uint8Array[] {
    this.#clock = Math.max(this.#clock + 1, this.#now());
    const phones = this.#phones();
    return ids.map((id) => {
      const entry = this.#entries.get(id) ?? phones.get(id);
      return encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, this.#clock);
        encoding.writeVarUint8Array(encoder, entry ? (entry.written ??= write(entry)) : GONE);
      });
    });
  }
}

/** about the time from one commit to the next on a busy board */
const TAKEN_ALONG_MS = 10;

/** what a stock client may repeat of a full room */
const MAX_REPEATED_BYTES = 256 * 1024;

const stamp = (state: object, user: PresentUser) => ({ ...state, user });
/** A string is its bytes in UTF-8 with their number before them. */
const utf8 = new TextEncoder();
const write = (entry: Entry | ShownPhone) =>
  utf8.encode(JSON.stringify("user" in entry ? stamp(ON_PHONE, entry.user) : stamp(entry.state, entry.owner.user)));
/** they have no view of the board that others could go with */
const ON_PHONE = { phone: true };
const GONE = utf8.encode("null");

const frameOf = (chunks: readonly Uint8Array[]): Buffer =>
  framed(
    presenceHead(
      chunks.length,
      chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    ),
    ...chunks,
  );

function readEntries(bytes: Uint8Array): { readonly id: number; readonly json: string }[] {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    const entries = [];
    for (let index = 0; index < count; index += 1) {
      const id = readCount(decoder);
      readCount(decoder);
      entries.push({ id, json: decoding.readVarString(decoder) });
    }
    return entries;
  } catch (error) {
    throw new BadFrame("the presence could not be decoded", { cause: error });
  }
}

/** The state as the client wrote it; null when it leaves, or when it is nothing that could be stamped. */
function parseState(json: string): object | null {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch (error) {
    throw new BadFrame("the presence is not JSON", { cause: error });
  }
  return typeof state === "object" && !Array.isArray(state) ? state : null;
}
