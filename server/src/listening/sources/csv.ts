import { readCsv } from "../csv.ts";
import { toPosts } from "../heard.ts";
import type { KindOfSource } from "./kind.ts";

/** A file of posts, read once. Reading throws as `readCsv` does. */
export const csv: KindOfSource = {
  kind: "csv",
  read: async ({ id }, _since, { handed = new Uint8Array(), now, form }) => {
    const { items, skipped } = await readCsv(handed, { now, ...form });
    // an address in a file often names the page spoken of: it doesn't tell one post from another
    const { posts, unread } = await toPosts(id, items, now, { isOwnUrl: false });
    return { posts, skipped: skipped + unread, title: "", cursor: undefined, waitMs: 0 };
  },
};
