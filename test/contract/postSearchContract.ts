import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostStore, SourceRecord } from "@palabre/server/stores";
import { createMatcher, foldedTerms } from "@palabre/shared/listening";
import { newBoardId, newSourceId, type BoardId, type Post } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postOf, sourceRecord } from "./records.ts";

const idsOf = (posts: readonly Post[]): readonly string[] => posts.map(({ id }) => id);

/** What every implementation of `PostStore` finds. `open` gets a folder of its own, which may not be there yet. */
export function postSearchContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
  describe(name, () => {
    let folder: string;
    let store: PostStore;
    let board: BoardId;
    let source: SourceRecord;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "palabre-posts-"));
      store = await open(join(folder, "data"));
      board = newBoardId();
      source = sourceRecord(board);
      await store.addSource(source);
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });

    test("[S16] a query holds whatever case, accents and signs, as whole words in a row", async () => {
      const texts = ["APRES LE TRAVAIL!", "le travail, après", "L’après-travail", "En soirée ?", "un soir", "les œufs"];
      const posts = texts.map((text, index) => postOf(source.id, { text, at: 100 - index }));
      await store.addPosts(board, posts);
      const found = async (query: string) =>
        (await store.match(board, { terms: foldedTerms(query) })).map(({ text }) => text);
      expect(await found("Après le travail")).toEqual(["APRES LE TRAVAIL!"]);
      expect(await found("travail")).toEqual(["APRES LE TRAVAIL!", "le travail, après", "L’après-travail"]);
      expect(await found("apres travail, SOIR*")).toEqual(["L’après-travail", "En soirée ?", "un soir"]);
      expect(await found("soir")).toEqual(["un soir"]);
      expect(await found("oeufs")).toEqual(["les œufs"]);
      expect(await found("trava")).toEqual([]);
      expect(await found('" OR text : * AND (')).toEqual([]);
      expect(await found("")).toEqual(texts);
    });

    test("[S16] one source's posts can be asked for alone", async () => {
      const other = sourceRecord(board);
      await store.addSource(other);
      const [a, b, c] = [postOf(source.id), postOf(other.id), postOf(source.id, { text: "Rien" })];
      await store.addPosts(board, [a, b, c]);
      const terms = foldedTerms("vélo");
      expect(await store.match(board, { source: source.id })).toEqual([c, a]);
      expect(await store.match(board, { source: source.id, terms })).toEqual([a]);
      expect(await store.page(board, { source: source.id, limit: 1 })).toEqual({ posts: [c], total: 2 });
      expect(await store.page(board, { source: source.id, terms, limit: 9 })).toEqual({ posts: [a], total: 1 });
      expect(await store.page(board, { source: newSourceId(), limit: 9 })).toEqual({ posts: [], total: 0 });
      expect(await store.page(board, { source: newSourceId(), terms, limit: 9 })).toEqual({ posts: [], total: 0 });
    });

    test("[S17] a page begins after the post it is told, and is empty after one that is not there", async () => {
      const posts = ["c", "a", "b"].map((id) => postOf(source.id, { id, at: 7 }));
      const newest = postOf(source.id, { at: 8 });
      await store.addPosts(board, [...posts, newest]);
      expect(idsOf((await store.page(board, { limit: 2 })).posts)).toEqual([newest.id, "a"]);
      expect(await store.page(board, { before: "a", limit: 2 })).toMatchObject({
        posts: [{ id: "b" }, { id: "c" }],
        total: 4,
      });
      expect(await store.page(board, { before: "c", limit: 2 })).toEqual({ posts: [], total: 4 });
      expect(await store.page(board, { before: "never heard", limit: 2 })).toEqual({ posts: [], total: 4 });
      expect(await store.page(newBoardId(), { limit: 2 })).toEqual({ posts: [], total: 0 });
    });

    test("[S17] posts of one moment come in the order of their ids' code points", async () => {
      const ids = ["Z", "a", "é", "\uE000", "😀"];
      await store.addPosts(
        board,
        ids.toReversed().map((id) => postOf(source.id, { id, at: 7 })),
      );
      expect(idsOf(await store.match(board, {}))).toEqual(ids);
    });

    test("[S17] the newest post's time is known, and unknown where there is none", async () => {
      expect(await store.newestAt(board)).toBeUndefined();
      expect(await store.newestAt(newBoardId())).toBeUndefined();
      await store.addPosts(
        board,
        [-5, 1_760_000_000_000, 12].map((at) => postOf(source.id, { at })),
      );
      expect(await store.newestAt(board)).toBe(1_760_000_000_000);
    });

    // among them words that a stemmer takes for one, and letters younger than many a database's tables
    const words = ["Vélo", "velo", "soir", "soirée", "le", "L’", "œuf", "c++", "ﬁn", "½", "東京", "😀", "-", "\u0301"];
    const word = fc.constantFrom(...words, "work", "Works", "हिन्दी", "हिनदी", "𞤀𞤣", "𞤢𞤣𞤤");
    const text = fc.oneof(
      fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    const query = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom("", "*")), {
      minLength: 1,
      maxLength: 3,
    });

    test("[S16, S17] a search finds what the matcher finds, in pages without gap or repeat", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ text, at: fc.nat(5), own: fc.boolean() }), { maxLength: 25 }),
          query,
          fc.integer({ min: 1, max: 7 }),
          async (written, terms, limit) => {
            const here = newBoardId();
            const [own, other] = [sourceRecord(here), sourceRecord(here)];
            await store.addSource(own);
            await store.addSource(other);
            const posts = await store.addPosts(
              here,
              written.map((post) => postOf(post.own ? own.id : other.id, { text: post.text, at: post.at })),
            );
            const matcher = createMatcher(terms.map(([words, end]) => words.join(" ") + end).join(", "));
            for (const from of [undefined, own.id]) {
              const expected = posts
                .filter((post) => from === undefined || post.source === from)
                .filter((post) => matcher.terms.length === 0 || matcher.matches(post.text))
                .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
              const filter = { terms: matcher.terms, source: from };
              expect(await store.match(here, filter)).toEqual(expected);

              const paged: Post[] = [];
              for (let pages = 0; pages <= expected.length; pages += 1) {
                const page = await store.page(here, { ...filter, before: paged.at(-1)?.id, limit });
                expect(page.total).toBe(expected.length);
                expect(page.posts.length).toBe(Math.min(limit, expected.length - paged.length));
                if (page.posts.length === 0) break;
                paged.push(...page.posts);
              }
              expect(paged).toEqual(expected);
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}
