import type { Connection } from "./connection.ts";

/**
 * Which connection appends under each client id: one at a time.
 *
 * A client that was cut off comes back with its id while its old connection may still stand half open; what that one holds up must
 * not arrive later. So the new one takes its place, and the old one is cut.
 */
export class Writers {
  readonly #writers = new Map<number, Connection>();

  /**
   * A connection appends under ids that are its session's.
   * @param presentAs the id it shows itself under: what it appends under another one, it only passes on (a page that finds a copy on the disk)
   */
  append(connection: Connection, clients: readonly number[], presentAs: number | undefined): void {
    for (const client of clients) {
      if (presentAs !== undefined && presentAs !== client) continue;
      const writer = this.#writers.get(client);
      if (writer === connection) continue;
      this.#writers.set(client, connection);
      writer?.terminate();
    }
  }

  leave(connection: Connection): void {
    for (const [client, writer] of this.#writers) if (writer === connection) this.#writers.delete(client);
  }
}
