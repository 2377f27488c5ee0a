import { basename, dirname } from "node:path";
import { openPostStore, type PostStore } from "@palabre/server/stores";
import type { AddSource } from "@palabre/shared/protocol";
import { newBoardId } from "@palabre/shared/terms";
import { expect, onTestFinished, test } from "vitest";
import { startDiscourse } from "../helpers/hosts/discourse.ts";
import type { Host } from "../helpers/hosts/host.ts";
import { startMastodon } from "../helpers/hosts/mastodon.ts";
import { describePostgres } from "../helpers/postgres.ts";
import { postChangesContract } from "./postChangesContract.ts";
import { postModelContract } from "./postModelContract.ts";
import { postReopenContract } from "./postReopenContract.ts";
import { postSearchContract } from "./postSearchContract.ts";
import { postHeardContract } from "./postHeardContract.ts";
import { postStoreContract } from "./postStoreContract.ts";
import { sourceRecord } from "./records.ts";
import { sourceContract, type Origin } from "./sourceContract.ts";

const originOf = (host: Host, asked: AddSource): Origin => ({
  ...host,
  add: (listening, board) => listening.add(board, asked),
});

describePostgres("a database", (postgres) => {
  /** A database of its own for each folder that a suite would have files in. */
  const open = async (dataDir: string): Promise<PostStore> =>
    openPostStore(undefined, await postgres.database(`${basename(dirname(dataDir))} ${basename(dataDir)}`));

  postStoreContract("posts in Postgres", open);
  postChangesContract("changes of posts in Postgres", open);
  postSearchContract("search in Postgres", open);
  postHeardContract("what was read in Postgres", open);
  postReopenContract("Postgres opened again", open);
  postModelContract("Postgres beside memory", open);

  test("[S81] sources that were kept with half an emoji in their name before are counted and read too", async () => {
    const url = await postgres.fresh();
    const store = await openPostStore(undefined, url);
    onTestFinished(() => store.close());
    const source = sourceRecord(newBoardId(), { name: "Nom", state: "late" });
    await store.addSource(source);
    await postgres.sql(
      url,
      String.raw`UPDATE posts.sources SET record = replace(record, 'Nom', 'Nom \"state\":\"fresh\" \ud83d\u0000')`,
    );
    expect(await store.sourceStates()).toMatchObject({ late: 1, fresh: 0 });
    expect(await store.sources(source.board)).toEqual([{ ...source, name: 'Nom "state":"fresh" \uFFFD\uFFFD' }]);
  });

  let sourceTests = 0;
  const openStore = async (): Promise<PostStore> => {
    sourceTests += 1;
    return openPostStore(undefined, await postgres.database(`sources ${sourceTests}`));
  };
  // one that tells of likes, and one that tells of what was edited and deleted by the way
  sourceContract(
    "an account of Mastodon, kept in Postgres",
    async () => {
      const host = await startMastodon();
      return originOf(host, { kind: "mastodon", server: host.url, place: "account", query: "@cafe" });
    },
    { openStore },
  );
  sourceContract(
    "a Discourse forum, kept in Postgres",
    async () => {
      const host = await startDiscourse();
      return originOf(host, { kind: "discourse", server: host.url, place: "latest" });
    },
    { openStore },
  );
});
