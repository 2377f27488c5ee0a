import { AppError } from "@palabre/shared/errors";
import { newSourceId } from "@palabre/shared/terms";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FEED_LIMITS, readFeedXml } from "../feedXml.ts";
import { createGuardedFetch } from "../guardedFetch.ts";
import { feed } from "./feed.ts";
import type { Reading } from "./kind.ts";

const NOW = Date.UTC(2024, 5, 15);
const AT = Date.UTC(2024, 2, 5, 10);
const ID = newSourceId();

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Le caf&#233; &amp; co</title><link>https://cafe.org/</link><language>fr-FR</language><ttl>60</ttl>
<item><title>Ouvrir le soir</title><link>/a?utm_source=rss#top</link><guid isPermaLink="false">a-1</guid><dc:creator>Ana</dc:creator>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>Un &lt;b&gt;r&#233;sum&#233;&lt;/b&gt;</description>
<content:encoded><![CDATA[<p>Le soir, <em>après</em> le travail.</p><script>x</script>]]></content:encoded></item>
<item><title></title><description></description></item>
<item><description>Sans titre ni date</description></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://cafe.org/"><title>Café</title>
<entry><id>tag:cafe.org,2024:1</id><title type="html">Open &lt;i&gt;late&lt;/i&gt;</title><link rel="alternate" href="posts/1"/>
<updated>2024-03-05T10:00:00Z</updated><author><name>Bob</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Please open</p><p>after work</p></div></content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://cafe.org/"><title>Old</title><link>https://cafe.org/</link></channel>
<item rdf:about="https://cafe.org/1"><title>One</title><link>https://cafe.org/1</link><dc:date>2024-03-05T10:00:00Z</dc:date></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Café",
  language: "fr",
  home_page_url: "https://cafe.org/",
  items: [
    {
      id: 7,
      url: "/7",
      title: "Le soir",
      content_html: "<p>Après le travail</p>",
      date_published: "2024-03-05T10:00:00Z",
      authors: [{ name: "Ana" }],
    },
    { id: "8" },
    "not an item",
  ],
});

let answer: (request: IncomingMessage) => { status?: number; headers?: OutgoingHttpHeaders; body?: string | Buffer };
let asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  const { status = 200, headers = {}, body = "" } = answer(request);
  response.writeHead(status, headers).end(body);
});
beforeEach(async () => {
  asked = [];
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function look(since?: string): Promise<Reading> {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const world = { fetch: createGuardedFetch({ allow: [host] }), now: NOW };
  return feed.read({ id: ID, url: `http://${host}/` }, since, world);
}
function lookAt(body: string | Buffer, headers: OutgoingHttpHeaders = {}): Promise<Reading> {
  answer = () => ({ body, headers });
  return look();
}
async function faultOf(promise: Promise<unknown>): Promise<[string, unknown]> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AppError)) throw new Error("expected an AppError", { cause: fault });
  return [fault.code, fault.details];
}

describe("formats", () => {
  test("[L11] RSS is heard: text without tags, address, date, author, language", async () => {
    const { title, posts, skipped, waitMs } = await lookAt(RSS);
    expect({ title, skipped, waitMs }).toEqual({ title: "Le café & co", skipped: 1, waitMs: 3_600_000 });
    expect(posts).toEqual([
      {
        id: `${ID}:a-1`,
        source: ID,
        text: "Ouvrir le soir\nLe soir, après le travail.",
        at: AT,
        url: "https://cafe.org/a",
        author: "Ana",
        language: "fr-fr",
      },
      {
        id: expect.stringMatching(new RegExp(`^${ID}:~[\\w-]{22}$`)),
        source: ID,
        text: "Sans titre ni date",
        at: NOW,
        url: "",
        author: "",
        language: "fr-fr",
      },
    ]);
  });
  test("[L11] Atom is heard, its XHTML and relative addresses too", async () => {
    expect((await lookAt(ATOM)).posts).toEqual([
      {
        id: `${ID}:tag:cafe.org,2024:1`,
        source: ID,
        text: "Open late\nPlease open after work",
        at: AT,
        url: "https://cafe.org/posts/1",
        author: "Bob",
        language: "en",
      },
    ]);
  });
  test("[L11] RSS 1.0 is heard, whose items stand beside the channel", async () => {
    expect((await lookAt(RDF)).posts.map(({ text, at, url }) => ({ text, at, url }))).toEqual([
      { text: "One", at: AT, url: "https://cafe.org/1" },
    ]);
  });
  test("[L11] JSON Feed is heard", async () => {
    const { posts, skipped } = await lookAt(JSON_FEED);
    expect(posts).toEqual([
      {
        id: `${ID}:7`,
        source: ID,
        text: "Le soir\nAprès le travail",
        at: AT,
        url: "https://cafe.org/7",
        author: "Ana",
        language: "fr",
      },
    ]);
    expect(skipped).toBe(2);
  });
  test.each([
    [
      "Tue, 05 Mar 2024 11:00:00 CET",
      "RSS",
      RSS.replace("Tue, 05 Mar 2024 10:00:00 GMT", "Tue, 05 Mar 2024 11:00:00 CET"),
    ],
    ["5 mars 2024 à 10h00", "RSS", RSS.replace("Tue, 05 Mar 2024 10:00:00 GMT", "5 mars 2024 &#224; 10h00")],
    ["2024-03-05 10:00:00", "Atom", ATOM.replace("2024-03-05T10:00:00Z", "2024-03-05 10:00:00")],
    ["2024-03-05 10:00:00", "RDF", RDF.replace("2024-03-05T10:00:00Z", "2024-03-05 10:00:00")],
    ["05/03/2024 10:00", "JSON", JSON_FEED.replace("2024-03-05T10:00:00Z", "05/03/2024 10:00")],
  ])("[L178] %j in %s is its item's time, in whatever zone the server is", async (_, __, body) => {
    vi.stubEnv("TZ", "Asia/Tokyo");
    expect((await lookAt(body)).posts[0]?.at).toBe(AT);
  });

  test("[L11] a feed without items is a feed", async () => {
    expect((await lookAt("<rss version='2.0'><channel><title>t</title></channel></rss>")).posts).toEqual([]);
  });

  test.each([
    ["a page", "<!DOCTYPE html><html><body><item>a</item></body></html>", "root"],
    ["a page without a type", "<html><head></head></html>", "root"],
    ["other XML", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "root"],
    ["JSON", '{"items": []}', "root"],
    ["broken JSON", '{"version": ', "malformed"],
    ["text", "no feed here", "root"],
    ["nothing", "", "root"],
    ["an open tag", "<rss version='2.0'><channel><item><title>a", "malformed"],
    ["an open attribute", "<rss version='2.0><channel/></rss>", "malformed"],
    ["no channel", "<rss version='2.0'><item/></rss>", "malformed"],
  ])("[L11] %s is not a feed", async (_, body, reason) => {
    expect(await faultOf(lookAt(body))).toEqual(["not-a-feed", { reason }]);
  });

  test("[L14] a document type that declares something is refused, whatever stands before it", async () => {
    const rss = "<rss version='2.0'><channel><item><title>&a;</title></item></channel></rss>";
    const entity = '<!DOCTYPE rss [<!ENTITY a "lol">]>';
    for (const body of [
      entity + rss,
      `<?xml version="1.0"?><!-- <!DOCTYPE --> ${entity.toLowerCase()}${rss}`,
      rss.replace("<item>", `${entity}<item>`),
    ]) {
      expect(await faultOf(lookAt(body))).toEqual(["not-a-feed", { reason: "declaration" }]);
    }
    const plain = await lookAt(
      `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">${rss}`,
    );
    expect(plain.posts.map(({ text }) => text)).toEqual(["&a;"]);
    const quoted = await lookAt(rss.replace("&a;", `<![CDATA[About ${entity} and </item>]]>`));
    expect(quoted.posts).toHaveLength(1);
  });

  test("[L14] what is deep, wide or long is refused or skipped, and does not hold others up", async () => {
    const wrap = (items: string): string => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
    const good = "<item><title>good</title></item>";
    const { items, skipped } = await readFeedXml(
      wrap(
        good +
          `<item><title>${"<a>".repeat(1_000)}${"</a>".repeat(1_000)}</title></item>` +
          `<item>${"<b/>".repeat(FEED_LIMITS.partTags)}</item>` +
          `<item><title>${"x".repeat(FEED_LIMITS.partLength)}</title></item>` +
          good,
      ),
    );
    expect([items.map(({ title }) => title), skipped]).toEqual([["good", "good"], 3]);
    const many = await readFeedXml(wrap(good.repeat(FEED_LIMITS.items + 5)));
    expect([many.items.length, many.skipped]).toEqual([FEED_LIMITS.items, 5]);
    expect(await faultOf(readFeedXml(wrap("<b/>".repeat(FEED_LIMITS.partTags))))).toEqual([
      "not-a-feed",
      { reason: "size" },
    ]);
  });

  test("[L16] a feed is read in the encoding of its bytes, its header or its declaration", async () => {
    const body = (encoding: string): string =>
      `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><item><title>Été</title></item></channel></rss>`;
    const texts = [
      await lookAt(Buffer.from(body("iso-8859-1")), { "content-type": "text/xml; charset=iso-8859-1" }),
      await lookAt(Buffer.from(body("iso-8859-1"), "latin1"), { "content-type": "text/xml" }),
      await lookAt(Buffer.from(body("utf-8"), "latin1"), {
        "content-type": 'application/rss+xml; charset="ISO-8859-1"',
      }),
      await lookAt(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body("utf-16"), "utf16le")])),
    ].map(({ posts }) => posts[0]?.text);
    expect(texts).toEqual(["Été", "Été", "Été", "Été"]);
  });
});

describe("looking again", () => {
  test("[L12] what the host gave to know the page by is given back, and an unchanged page is nothing new", async () => {
    answer = ({ headers }) =>
      headers["if-none-match"] === '"v1"' && headers["if-modified-since"] === "Tue, 05 Mar 2024 10:00:00 GMT"
        ? { status: 304 }
        : { body: RSS, headers: { etag: '"v1"', "last-modified": "Tue, 05 Mar 2024 10:00:00 GMT" } };
    const first = await look();
    expect(first.posts).toHaveLength(2);
    expect(await look(first.cursor)).toEqual({ posts: [], skipped: 0, title: "", cursor: first.cursor, waitMs: 0 });
    expect(asked[0]?.headers["if-none-match"]).toBeUndefined();
  });

  test("[L13] the host or the feed may ask for a pause", async () => {
    answer = () => ({ status: 304, headers: { "retry-after": "7200" } });
    expect(await look("{}")).toMatchObject({ posts: [], waitMs: 7_200_000 });
    answer = () => ({ status: 429, headers: { "retry-after": "120" } });
    expect(await faultOf(look())).toEqual(["source-status", { status: 429, retryAfterSeconds: 120 }]);
    expect((await lookAt(RSS, { "retry-after": "7200" })).waitMs).toBe(7_200_000);
  });

  test("[L15] an item keeps its id whenever it is heard, with or without a date", async () => {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    answer = () => ({ body: RSS });
    const ids: string[][] = [];
    for (const now of [NOW, NOW + 3 * 86_400_000]) {
      const world = { fetch: createGuardedFetch({ allow: [host] }), now };
      const { posts } = await feed.read({ id: ID, url: `http://${host}/` }, undefined, world);
      ids.push(posts.map(({ id }) => id));
    }
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).toHaveLength(2);
  });

  test("[L15] a date in the future is none", async () => {
    const body = RSS.replace("05 Mar 2024", "05 Mar 2031");
    expect((await lookAt(body)).posts[0]?.at).toBe(NOW);
  });
});
