import { z } from "zod";

/** A table of posts. Its columns are those that all databases have, with their types in Postgres; its rows come in the order of `key`. */
export interface PostTable {
  readonly name: "boards" | "sources" | "posts" | "counts" | "boardFacts";
  readonly columns: Readonly<Record<string, "bigint" | "integer" | "double precision" | "text">>;
  readonly key: readonly string[];
}

/** The tables that hold posts, those that others refer to first. What is searched by is made anew from the texts of `posts`. */
export const POST_TABLES: readonly PostTable[] = [
  { name: "boards", columns: { key: "bigint", id: "text", lastPost: "bigint" }, key: ["key"] },
  {
    name: "sources",
    columns: {
      key: "bigint",
      board: "bigint",
      id: "text",
      addedAt: "double precision",
      nextAt: "double precision",
      posts: "integer",
      record: "text",
    },
    key: ["key"],
  },
  {
    name: "posts",
    columns: {
      key: "bigint",
      board: "bigint",
      source: "bigint",
      id: "text",
      at: "bigint",
      text: "text",
      url: "text",
      author: "text",
      language: "text",
      facts: "text",
      heard: "text",
      tongue: "text",
      kind: "text",
      feeling: "text",
      copyOf: "bigint",
      theme: "text",
      label: "integer",
      recountAt: "bigint",
    },
    key: ["key"],
  },
  {
    name: "counts",
    columns: {
      post: "bigint",
      at: "bigint",
      react: "bigint",
      comment: "bigint",
      share: "bigint",
      contribute: "bigint",
    },
    key: ["post", "at"],
  },
  { name: "boardFacts", columns: { board: "bigint", name: "text", value: "text" }, key: ["board", "name"] },
];

export const postTableRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type PostTableRow = z.output<typeof postTableRow>;

/** What the tables for searching are filled from. */
export const searchedRow = z.object({ key: z.number(), board: z.number(), text: z.string() });

/** At most `limit` rows, the first of those after the row `after`: the same ones in all databases. */
export type ReadPostRows = (
  table: PostTable,
  after: PostTableRow | undefined,
  limit: number,
) => Promise<readonly PostTableRow[]>;

/** Posts as rows, in a database that nobody else works with. */
export interface PostTables {
  read: ReadPostRows;
  /** Runs `work` in one transaction, in which `read` gives what it wrote: that is there as a whole, or not at all. */
  writing(
    work: (tables: {
      write(table: PostTable, rows: readonly PostTableRow[]): Promise<void>;
      read: ReadPostRows;
    }) => Promise<void>,
  ): Promise<void>;
  /** Deletes all rows. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
