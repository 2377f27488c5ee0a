import type { BoardId, Post } from "@palabre/shared/terms";
import type { PostStore, SourceRecord } from "../stores/index.ts";

/** Posts that are looked for at first, all over the file: most files are new, and cost no more than these. */
const SAMPLE = 200;
/** Posts that are looked for at once, so that the store serves others in between. */
const PART = 500;

/**
 * The file of the board that holds most of these posts already, and how many: the same rows sent again under another name.
 *
 * They are kept all the same, for two files may well say the same; but each is then counted twice, and that has to be said.
 * @returns undefined where no file holds more than half of them
 */
export async function findReadBefore(
  store: Pick<PostStore, "sources" | "textsOf">,
  { board, id: own }: Pick<SourceRecord, "board" | "id">,
  posts: readonly Post[],
): Promise<{ readonly posts: number; readonly name: string } | undefined> {
  // what follows the source in a post's id is the same in any file
  const rows = [...new Set(posts.map(({ id }) => id.slice(own.length)))];
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, place) => place % step === 0);
  for (const { id, kind, name } of await store.sources(board)) {
    if (kind !== "csv" || id === own) continue;
    if ((await countOf(store, board, id, sample)) * 2 <= sample.length) continue;
    const count = await countOf(store, board, id, rows);
    if (count * 2 > rows.length) return { posts: count, name };
  }
  return undefined;
}

async function countOf(
  store: Pick<PostStore, "textsOf">,
  board: BoardId,
  source: SourceRecord["id"],
  rows: readonly string[],
): Promise<number> {
  let count = 0;
  for (let at = 0; at < rows.length; at += PART) {
    const ids = rows.slice(at, at + PART).map((row) => source + row);
    count += (await store.textsOf(board, ids)).size;
  }
  return count;
}
