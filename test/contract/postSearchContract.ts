import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostReading, PostStore, SourceRecord } from "@palabre/server/stores";
import { createMatcher, parseQuery } from "@palabre/shared/listening";
import { FEELINGS, HEARD_KINDS, newBoardId, newSourceId, type BoardId, type Post } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { heardAs, postOf, sourceRecord } from "./records.ts";

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
        (await store.match(board, { query: parseQuery(query) })).map(({ text }) => text);
      expect(await found("Après le travail")).toEqual(["APRES LE TRAVAIL!"]);
      expect(await found("travail")).toEqual(["APRES LE TRAVAIL!", "le travail, après", "L’après-travail"]);
      expect(await found("apres travail, SOIR*")).toEqual(["L’après-travail", "En soirée ?", "un soir"]);
      expect(await found("soir")).toEqual(["un soir"]);
      expect(await found("oeufs")).toEqual(["les œufs"]);
      expect(await found("trava")).toEqual([]);
      expect(await found('" OR text : * AND (')).toEqual([]);
      expect(await found("")).toEqual(texts);
    });

    test("[S16] a query holds in a text that says one word hundreds of times, or one of hundreds of letters", async () => {
      const [long, longer] = ["a".repeat(120), "a".repeat(3_000)];
      const texts = [`${"le ".repeat(700)}vélo`, `${"le ".repeat(700)}, vélo le soir`, long, longer, `${long}b`];
      await store.addPosts(
        board,
        texts.map((text, index) => postOf(source.id, { text, at: 100 - index })),
      );
      const found = async (query: string) => {
        const posts = await store.match(board, { query: parseQuery(query) });
        expect((await store.page(board, { query: parseQuery(query), limit: 1 })).total).toBe(posts.length);
        return posts.map(({ text }) => texts.indexOf(text));
      };
      expect(await found("le vélo")).toEqual([0, 1]);
      expect(await found("vélo le")).toEqual([1]);
      expect(await found('"le vélo" SAUF "vélo le"')).toEqual([0]);
      expect(await found('SAUF "vélo le"')).toEqual([0, 2, 3, 4]);
      expect(await found(long)).toEqual([2]);
      expect(await found(`${long}*`)).toEqual([2, 3, 4]);
      expect(await found(longer)).toEqual([3]);
      expect(await found(`le OU ${long}b, ${long} SAUF ${longer}`)).toEqual([0, 1, 2, 4]);
    });

    test("[S87] words that begin with a letter or two are found like all others, alone and beside them", async () => {
      const texts = ["Été à vélo", "le soir", "l’abri", "œufs", "東京", "à B. 2 h", "😀"];
      const elsewhere = newBoardId();
      const theirs = sourceRecord(elsewhere);
      await store.addSource(theirs);
      const written = texts.map((text, index) => ({ text, at: 100 - index }));
      const posts = await store.addPosts(
        board,
        written.map((post) => postOf(source.id, post)),
      );
      await store.addPosts(
        elsewhere,
        written.map((post) => postOf(theirs.id, post)),
      );
      const queries = [
        "a*",
        "e*, s*",
        "l*",
        "o*",
        "東*",
        "2*",
        '"le s"*',
        "l a*",
        "v* ET e*",
        "a* SAUF vél*",
        "NOT a*",
      ];
      const found: Record<string, readonly number[]> = {};
      for (const asked of [...queries, "SAUF (a*, le) ET e*", "a*, NOT s*", "x*", "vé*", "vélo OU zz*"]) {
        const filter = { query: parseQuery(asked) };
        const matching = await store.match(board, filter);
        expect(matching).toEqual(posts.filter(({ text }) => createMatcher(asked).matches(text)));
        found[asked] = matching.map(({ text }) => texts.indexOf(text));
        for (const isMerged of [false, true]) {
          const [first, ...others] = idsOf(matching);
          const page = await store.page(board, { ...filter, isMerged, limit: 1 });
          expect([idsOf(page.posts), page.total]).toEqual([first === undefined ? [] : [first], matching.length]);
          if (first === undefined) continue;
          expect(idsOf((await store.page(board, { ...filter, isMerged, before: first, limit: 9 })).posts)).toEqual(
            others,
          );
        }
        expect((await store.tally(board, filter)).posts).toBe(matching.length);
        expect((await store.hours(board, filter)).map(({ posts: count }) => count)).toEqual(
          matching.length === 0 ? [] : [matching.length],
        );
        expect((await store.page(board, { ...filter, source: theirs.id, limit: 9 })).total).toBe(0);
      }
      expect(found).toMatchObject({ "a*": [0, 2, 5], "l a*": [2], "v* ET e*": [0], '"le s"*': [1], "x*": [] });
    });

    test("[S16] one source's posts can be asked for alone", async () => {
      const other = sourceRecord(board);
      await store.addSource(other);
      const [a, b, c] = [postOf(source.id), postOf(other.id), postOf(source.id, { text: "Rien" })];
      await store.addPosts(board, [a, b, c]);
      const query = parseQuery("vélo");
      expect(await store.match(board, { source: source.id })).toEqual([c, a]);
      expect(await store.match(board, { source: source.id, query })).toEqual([a]);
      expect(await store.page(board, { source: source.id, limit: 1 })).toEqual({
        posts: [{ ...c, copies: 0 }],
        total: 2,
      });
      expect(await store.page(board, { source: source.id, query, limit: 9 })).toEqual({
        posts: [{ ...a, copies: 0 }],
        total: 1,
      });
      expect(await store.page(board, { source: newSourceId(), limit: 9 })).toEqual({ posts: [], total: 0 });
      expect(await store.page(board, { source: newSourceId(), query, limit: 9 })).toEqual({ posts: [], total: 0 });
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
    const word = fc.constantFrom(...words, "s", "ve", "work", "Works", "हिन्दी", "हिनदी", "𞤀𞤣", "𞤢𞤣𞤤");
    const text = fc.oneof(
      fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    const term = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom("%", "%*", '"%"', '"%"*', "«%»"))
      .map(([words, form]) => form.replace("%", words.join(" ")));
    const { query } = fc.letrec<{ query: string }>((tie) => ({
      query: fc.oneof(
        { maxDepth: 3, depthSize: "small" },
        term,
        fc
          .tuple(
            tie("query"),
            fc.constantFrom(", ", " AND ", " OR ", " NOT ", " ET ", " OU ", " SAUF ", " "),
            tie("query"),
          )
          .map(([left, operator, right]) => left + operator + right),
        tie("query").map((inner) => `(${inner})`),
        tie("query").map((inner) => `NOT ${inner}`),
        // what nobody meant to write
        fc
          .array(fc.constantFrom("(", ")", "AND", "NOT", '"', ",", "OU", "vélo", "*"), { maxLength: 8 })
          .map((all) => all.join(" ")),
      ),
    }));
    const kind = fc.constantFrom(undefined, ...HEARD_KINDS);
    const feeling = fc.constantFrom(undefined, ...FEELINGS);

    test("[S16, S17, L131] a search finds what the matcher finds, in pages without gap or repeat", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ text, at: fc.nat(5), own: fc.boolean(), kind, feeling }), { maxLength: 25 }),
          query,
          fc.integer({ min: 1, max: 7 }),
          fc.record({ kind, feeling, from: fc.constantFrom(undefined, 2), to: fc.constantFrom(undefined, 4) }),
          async (written, asked, limit, filter) => {
            const here = newBoardId();
            const [own, other] = [sourceRecord(here), sourceRecord(here)];
            await store.addSource(own);
            await store.addSource(other);
            const posts = await store.addPosts(
              here,
              written.map((post) => postOf(post.own ? own.id : other.id, { text: post.text, at: post.at })),
            );
            const readings = posts.flatMap(({ id }, index): PostReading[] => {
              const { kind: found, feeling: felt = "neutral" } = written[index] ?? {};
              return found === undefined ? [] : [{ id, heard: heardAs({ kind: found, feeling: felt }) }];
            });
            await store.setHeard(here, readings);
            const heard = new Map(readings.map((reading) => [reading.id, reading.heard]));
            const matcher = createMatcher(asked);
            for (const from of [undefined, own.id]) {
              for (const read of [{}, filter]) {
                const {
                  kind: wanted,
                  feeling: felt,
                  from: since,
                  to,
                } = { kind: undefined, feeling: undefined, from: undefined, to: undefined, ...read };
                const expected = posts
                  .filter((post) => from === undefined || post.source === from)
                  .filter((post) => matcher.query === undefined || matcher.matches(post.text))
                  .filter(({ id }) => wanted === undefined || heard.get(id)?.kind === wanted)
                  .filter(({ id }) => felt === undefined || heard.get(id)?.feeling === felt)
                  .filter(({ at }) => at >= (since ?? at) && at < (to ?? Infinity))
                  .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
                  .map(({ id }) => id);
                const search = {
                  query: matcher.query,
                  source: from,
                  kinds: wanted && [wanted],
                  feeling: felt,
                  from: since,
                  to,
                };
                expect(idsOf(await store.match(here, search))).toEqual(expected);

                const paged: string[] = [];
                for (let pages = 0; pages <= expected.length; pages += 1) {
                  const page = await store.page(here, { ...search, before: paged.at(-1), limit });
                  expect(page.total).toBe(expected.length);
                  expect(page.posts.length).toBe(Math.min(limit, expected.length - paged.length));
                  if (page.posts.length === 0) break;
                  paged.push(...idsOf(page.posts));
                }
                expect(paged).toEqual(expected);
              }
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}
