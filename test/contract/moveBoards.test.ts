import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBoardStore, openPostStore, type BoardStore } from "@palabre/server/stores";
import { draftNameOf, newBallotId, newBoardId, newPersonId, newPhaseId, newVersionId } from "@palabre/shared/terms";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";
import { describePostgres } from "../helpers/postgres.ts";
import { openFolder } from "../helpers/startServer.ts";
import { movedPosts } from "./movedPosts.ts";
import { boardRecord, bytesOf, entryOf, packed, sessionRecord, sourceRecord } from "./records.ts";

const [board = newBoardId(), other = newBoardId()] = [newBoardId(), newBoardId()].toSorted();
const [person, phase, ballot, version] = [newPersonId(), newPhaseId(), newBallotId(), newVersionId()];
const draft = draftNameOf(phase, person);
const session = sessionRecord(board, { person, standing: "waiting", bearer: true });

const PROGRAM = fileURLToPath(new URL("../../server/dist/move.js", import.meta.url));

/** What people run, in a process of its own: SQLite lets go of a file once that ends. @returns what it printed, one object a line */
const move = (from: string, to: string, environment: Record<string, string> = {}): Promise<readonly Line[]> =>
  new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, from, to], { env: environment }, (_, stdout) => {
      resolve(
        stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Line),
      );
    });
  });
interface Line {
  readonly msg: string;
  readonly board?: string;
  readonly boards?: number;
  readonly posts?: number;
  readonly rows?: number;
  readonly errorCode?: string;
}

/** One of everything that a store keeps. */
async function fill(store: BoardStore): Promise<void> {
  await store.createBoard(boardRecord({ id: board, counters: { facilitator: 1, participant: 2, viewer: 3 } }), [
    { document: "board", bytes: bytesOf(1), clients: [{ client: 4_294_967_295, device: "server" }] },
    { document: "workshop", bytes: bytesOf() },
  ]);
  await store.createBoard(boardRecord({ id: other, historyDays: 30 }), []);
  const change = { at: 1_760_000_000_000, person, facts: [{ key: "position/a", before: [0, 0], after: [1, 2] }] };
  for (const byte of [2, 3, 4, 5, 6]) await store.append([{ ...entryOf(board, byte, 255), change }]);
  await store.checkpoint(board, "board", 2, packed(102));
  await store.checkpoint(board, "board", 4, packed(104));
  await store.setAside(board, "board", [5], "unfit");
  await store.append([{ board, document: draft, bytes: bytesOf(7) }]);
  await store.eraseDrafts(board, newPhaseId());
  await store.noteIdeas(board, ["an idea"]);
  await store.saveSession(session);
  await store.setRemoved(board, person, 5);
  await store.saveSlide({ board, salt: "5a", digest: "d1", codeAt: 1, seenAt: 2 });
  const record = { id: version, board, at: 3, kind: "manual" as const, label: "Avant 🗳", person, seq: 2, bytes: 3 };
  await store.saveVersion(record, bytesOf(9, 8, 7));
  await store.openBallot({ board, id: ballot, salt: "c2FsdA", openedAt: 10, closesAt: 99 });
  await store.putPapers([{ board, ballot, person, sealed: "v1.sealed", at: 20 }]);
}

async function keepBoards(folder: string): Promise<void> {
  const store = await openBoardStore(folder);
  await fill(store);
  await store.close();
}

const answers = (store: BoardStore): Promise<readonly unknown[]> =>
  Promise.all([
    store.boardIds(undefined, 9),
    store.board(board),
    store.board(other),
    store.load(board, "board"),
    store.load(board, "workshop"),
    store.load(board, draft),
    store.checkpointOf(board, "board"),
    store.drafts(board),
    store.hasIdea(board, "an idea"),
    store.session(session.device, board),
    store.slide(board),
    store.clientsOf(board),
    store.changes(board, { limit: 9 }),
    store.version(board, version),
    store.ballots(board),
    store.papers(board, ballot),
    store.append([entryOf(board, 50), { board, document: draft, bytes: bytesOf(51) }]),
  ]);

describe.skipIf(!existsSync(PROGRAM))("the built program", () => {
  describePostgres("that moves boards", (postgres) => {
    test("[S45] into a database and out of it again with all that is kept of them; what has boards is refused", async () => {
      const [before, after, url] = [await openFolder(), await openFolder(), await postgres.fresh()];
      const first = await openBoardStore(before);
      await fill(first);
      await first.close();
      const image = join("files", board, `${"a1".repeat(32)}.png`);
      await mkdir(join(before, "files", board), { recursive: true });
      await writeFile(join(before, image), bytesOf(1, 2, 3));

      const said = await move(before, "DATABASE_URL", { DATABASE_URL: url });
      const moved = { boards: 2, rows: expect.any(Number), msg: expect.stringContaining("all boards") };
      expect(said).toMatchObject([{ board }, { board: other }, moved]);
      expect((await move(url, after)).at(-1)).toMatchObject({ boards: 2, rows: said.at(-1)?.rows });
      expect(new Uint8Array(await readFile(join(after, image)))).toEqual(bytesOf(1, 2, 3));
      const refused = { errorCode: "conflict", msg: expect.stringContaining("nothing was copied: There are boards") };
      expect(await move(before, url)).toMatchObject([refused]);
      expect(await move(url, before)).toMatchObject([refused]);

      const found: (readonly unknown[])[] = [];
      for (const [folder, database] of [[before], [undefined, url], [after]]) {
        const store = await openBoardStore(folder, database);
        found.push(await answers(store));
        await store.close();
      }
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
      // the checkpoint to fall back to moved too
      const db = new DatabaseSync(join(after, "boards.db"));
      db.exec("UPDATE checkpoints SET vector = x'00' WHERE seq = 4");
      db.close();
      const store = await openBoardStore(after);
      expect((await store.load(board, "board")).checkpoint).toEqual(bytesOf(102));
      await store.close();
    });

    test("[S45] sources and posts go along, and are found by the same words; more come in where they were copied to", async () => {
      const [before, after, url] = [await openFolder(), await openFolder(), await postgres.fresh()];
      const { fill: fillPosts, answers: ask, goOn, posts } = movedPosts(board, other);
      await keepBoards(before);
      const first = await openPostStore(before);
      await fillPosts(first);
      await first.close();

      const said = await move(before, url);
      expect(said.at(-1)).toMatchObject({ boards: 2, posts, msg: expect.stringContaining("with their posts") });
      expect((await move(url, after)).at(-1)).toMatchObject({ boards: 2, posts, rows: said.at(-1)?.rows });
      const places = [[before], [undefined, url], [after]] as const;
      const found = await Promise.all(
        places.map(async ([folder, database]) => {
          const store = await openPostStore(folder, database);
          const answered = [await ask(store), await goOn(store)];
          await store.close();
          return answered;
        }),
      );
      for (const nothing of [[], undefined]) expect(found[0]?.[0]).not.toContainEqual(nothing);
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    });

    test("[S45] where there are sources already nothing is copied, boards neither", async () => {
      const [before, url] = [await openFolder(), await postgres.fresh()];
      await keepBoards(before);
      const there = await openPostStore(undefined, url);
      await there.addSource(sourceRecord(board));
      await there.close();
      const refused = { errorCode: "conflict", msg: expect.stringContaining("nothing was copied: There are sources") };
      expect(await move(before, url)).toMatchObject([refused]);
      expect(await postgres.sql(url, "SELECT id FROM boards.boards")).toEqual([]);
    });

    test("[S45] posts that read differently are not kept, nor boards; nor are posts when the boards are not", async () => {
      const [before, url] = [await openFolder(), await postgres.fresh()];
      await keepBoards(before);
      const first = await openPostStore(before);
      await movedPosts(board, other).fill(first);
      await first.close();
      await (await openBoardStore(undefined, url)).close();
      await (await openPostStore(undefined, url)).close();
      const kept = async () => [
        await postgres.sql(url, "SELECT id FROM boards.boards"),
        await postgres.sql(url, "SELECT id FROM posts.boards UNION ALL SELECT text FROM posts.folded"),
      ];
      await postgres.sql(
        url,
        `CREATE FUNCTION posts.spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.react = 99; RETURN NEW; END $$;
         CREATE TRIGGER spoil BEFORE INSERT ON posts.counts FOR EACH ROW EXECUTE FUNCTION posts.spoil()`,
      );
      const differs = expect.stringContaining("Posts read differently where they were copied to (counts)");
      expect((await move(before, url)).at(-1)).toMatchObject({ errorCode: "store-failed", msg: differs });
      expect(await kept()).toEqual([[], []]);

      // what fails at the commit of the boards, when posts are kept already
      await postgres.sql(
        url,
        `DROP TRIGGER spoil ON posts.counts;
         CREATE FUNCTION boards.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
         CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON boards.boards DEFERRABLE INITIALLY DEFERRED
           FOR EACH ROW EXECUTE FUNCTION boards.refuse()`,
      );
      expect((await move(before, url)).at(-1)).toMatchObject({ errorCode: "store-failed" });
      expect(await kept()).toEqual([[], []]);
      await postgres.sql(url, "DROP TRIGGER refuse ON boards.boards");
      expect((await move(before, url)).at(-1)).toMatchObject({ boards: 2 });
    });

    const uncopied = { errorCode: "store-failed", msg: expect.stringContaining("nothing was copied: a file") };
    test("[S45] boards whose images can't be copied are not kept, nor their posts, and it is tried again once they can", async () => {
      const [before, url] = [await openFolder(), await postgres.fresh()];
      await keepBoards(before);
      const first = await openPostStore(before);
      await movedPosts(board, other).fill(first);
      await first.close();
      const image = join("files", board, `${"a1".repeat(32)}.png`);
      await mkdir(join(before, image), { recursive: true });
      expect((await move(before, url)).at(-1)).toMatchObject(uncopied);
      const kept = "SELECT id FROM boards.boards UNION ALL SELECT id FROM posts.boards";
      expect(await postgres.sql(url, kept)).toEqual([]);
      await rm(join(before, image), { recursive: true });
      await writeFile(join(before, image), bytesOf(1, 2, 3));
      expect((await move(before, url)).at(-1)).toMatchObject({ boards: 2 });
    });

    test("[S83] where the folder of images can't be read, no board is written before that is said", async () => {
      const [before, url] = [await openFolder(), await postgres.fresh()];
      await keepBoards(before);
      await writeFile(join(before, "files"), "");
      const unreadable = { errorCode: "store-failed", msg: expect.stringContaining("can't be read") };
      expect(await move(before, url)).toEqual([expect.objectContaining(unreadable)]);
    });

    test("[S45] boards whose images have no room in a folder are not kept there, and it is tried again once they have", async () => {
      const [after, url] = [await openFolder(), await postgres.fresh()];
      const store = await openBoardStore(undefined, url);
      await store.createBoard(boardRecord({ id: board }), []);
      await store.close();
      await postgres.sql(url, `INSERT INTO boards.files VALUES ('${board}', '${"a1".repeat(32)}.png', '\\x010203')`);
      await writeFile(join(after, "files"), "");
      expect((await move(url, after)).at(-1)).toMatchObject(uncopied);
      await rm(join(after, "files"));
      expect((await move(url, after)).at(-1)).toMatchObject({ boards: 1 });
      const image = await readFile(join(after, "files", board, `${"a1".repeat(32)}.png`));
      expect(new Uint8Array(image)).toEqual(bytesOf(1, 2, 3));
    });

    test("[S45] not while a server works with them, nor out of a folder that has none", async () => {
      const [folder, url] = [await openFolder(), await postgres.fresh()];
      const refused = (why: string) => [{ errorCode: "store-failed", msg: expect.stringContaining(why) }];
      expect(await move(folder, url)).toMatchObject(refused("boards.db is not there"));
      const store = await openBoardStore(folder);
      await fill(store);
      expect(await move(folder, url)).toMatchObject(refused("stop the server that works with it"));
      await store.close();
      const database = await openBoardStore(undefined, url);
      expect(await move(folder, url)).toMatchObject(refused("Another server works with this database"));
      expect(await database.boardIds(undefined, 1)).toEqual([]);
      await database.close();
      expect((await move(folder, url)).at(-1)).toMatchObject({ boards: 2 });
    });

    test("[S45] what reads differently where it was copied to is not kept at all", async () => {
      const [folder, url] = [await openFolder(), await postgres.fresh()];
      const store = await openBoardStore(folder);
      await fill(store);
      await store.close();
      await (await openBoardStore(undefined, url)).close();
      await postgres.sql(
        url,
        `CREATE FUNCTION boards.spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.sealed = 'spoilt'; RETURN NEW; END $$;
         CREATE TRIGGER spoil BEFORE INSERT ON boards.papers FOR EACH ROW EXECUTE FUNCTION boards.spoil()`,
      );
      expect(await move(folder, url)).toMatchObject([
        {
          errorCode: "store-failed",
          msg: expect.stringContaining("reads differently where it was copied to (papers)"),
        },
      ]);
      expect(await postgres.sql(url, "SELECT id FROM boards.boards")).toEqual([]);
    });
  });
});
