/**
 * Hocuspocus with a database file, at its defaults. Its own SQLite extension needs a compiler at installation (better-sqlite3): this is
 * that extension's schema and statements over the binding that this repository has.
 */
import { join } from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import { DatabaseSync } from "@photostructure/sqlite";

const db = new DatabaseSync(join(process.env["DATA_DIR"] ?? ".", "hocuspocus.db"));
db.exec(`CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))`);
// prepared each time, as that extension does; it also keeps the database from being collected
const select = `SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC`;
const upsert = `INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data`;

const server = new Server({
  address: "127.0.0.1",
  port: Number(process.env["PORT"]),
  quiet: true,
  extensions: [
    new Database({
      fetch: ({ documentName }) => {
        const row = db.prepare(select).get(documentName);
        return Promise.resolve(row?.["data"] instanceof Uint8Array ? row["data"] : null);
      },
      store: ({ documentName, state }) => {
        db.prepare(upsert).run(documentName, state);
        return Promise.resolve();
      },
    }),
  ],
});
await server.listen();
