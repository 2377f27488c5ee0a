import type { ClientOwner } from "../stores/index.ts";

/** The owner of the ids under which the server itself writes; no device is called so (they are digests). */
const SERVER_DEVICE = "server";

const HOUR_MS = 3_600_000;

/**
 * Whose each Yjs client id of a board is: the device's it first appeared with, in presence or in an update.
 *
 * Two that append under one id write different things at the same clocks, of which every copy takes the first it hears and drops the
 * other: copies differ for good, and a liar can have another person's edits dropped. So an id has one owner, kept with the board.
 * It is the device's and not the connection's: a client that comes back, or a page that finds its copy on the disk, has its old id.
 */
export class ClientIds {
  readonly #owners = new Map<number, string>();
  /** ids whose owner is not in the journal yet */
  readonly #unkept = new Set<number>();
  /** device → when it took its last ids, oldest first */
  readonly #taken = new Map<string, number[]>();
  readonly #now: () => number;
  readonly #maxPerHour: number;

  constructor(options: { readonly now: () => number; readonly maxPerHour: number }) {
    this.#now = options.now;
    this.#maxPerHour = options.maxPerHour;
  }

  /** Those that the store knows. */
  load(owners: Iterable<ClientOwner>): void {
    for (const { client, device } of owners) this.#owners.set(client, device);
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  /**
   * Whether a device may appear under an id; it is its own from then on.
   * @param hasWritten the document holds something under the id: one without an owner is then nobody's
   * @returns `foreign` for another's, `many` when the device took too many new ones within the hour
   */
  claim(client: number, device: string, hasWritten: boolean): "own" | "foreign" | "many" {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === device ? "own" : "foreign";
    if (hasWritten) return "foreign";
    const now = this.#now();
    const taken = (this.#taken.get(device) ?? []).filter((at) => now - at < HOUR_MS);
    if (taken.length >= this.#maxPerHour) return "many";
    taken.push(now);
    this.#taken.set(device, taken);
    this.#own(client, device);
    return "own";
  }

  /** The server's own id in a document. */
  claimForServer(client: number): void {
    if (this.#owners.get(client) !== SERVER_DEVICE) this.#own(client, SERVER_DEVICE);
  }

  #own(client: number, device: string): void {
    this.#owners.set(client, device);
    this.#unkept.add(client);
  }

  /** Of these ids, those whose owner is to be kept with the next entry of the journal; each is given once. */
  toKeep(clients: Iterable<number>): readonly ClientOwner[] {
    const owners: ClientOwner[] = [];
    for (const client of clients) {
      const device = this.#owners.get(client);
      if (device !== undefined && this.#unkept.delete(client)) owners.push({ client, device });
    }
    return owners;
  }
}
