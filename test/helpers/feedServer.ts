import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FeedItem {
  readonly title: string;
  readonly text: string;
  /** epoch milliseconds; an item may lack a date */
  readonly at?: number | undefined;
  readonly link?: string | undefined;
}

/** A host out there with one RSS feed, that knows a reader by its ETag and answers 304. */
export interface FeedServer {
  /** of the feed */
  readonly url: string;
  /** `host:port`, for the list of hosts that may be fetched although private */
  readonly host: string;
  /** how often it was asked for the feed, and how often "unchanged" was the answer */
  readonly counts: { asked: number; unchanged: number };
  /** The newest item of the feed from now on. */
  addItem(item: FeedItem): void;
  /** Answers another address of the same host; gives that address. */
  serve(path: string, answer: RequestListener): string;
  /** The same item with another text. */
  editItem(text: string, change: string): void;
  /** Lets somebody else answer for the feed: what gives true was answered. */
  onAsked(answer: (response: ServerResponse) => boolean): void;
  close(): Promise<void>;
}

export async function startFeedServer(title = "Feed"): Promise<FeedServer> {
  const items: string[] = [];
  const others = new Map<string, RequestListener>();
  const counts = { asked: 0, unchanged: 0 };
  let edits = 0;
  let instead: (response: ServerResponse) => boolean = () => false;
  const answerFeed: RequestListener = (request, response) => {
    if (instead(response)) return;
    const etag = `"${items.length}-${edits}"`;
    counts.asked += 1;
    if (request.headers["if-none-match"] === etag) {
      counts.unchanged += 1;
      response.writeHead(304, { etag }).end();
      return;
    }
    const channel = `<title>${escape(title)}</title>${items.toReversed().join("")}`;
    response
      .writeHead(200, { "content-type": "application/rss+xml; charset=utf-8", etag })
      .end(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${channel}</channel></rss>`);
  };
  const server = createServer((request, response) => {
    const answer = request.url === "/feed.xml" ? answerFeed : others.get(request.url ?? "");
    if (answer) answer(request, response);
    else response.writeHead(404).end("nothing here");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/feed.xml`,
    host,
    counts,
    addItem: ({ title: called, text, at, link }) => {
      const date = at === undefined ? "" : `<pubDate>${new Date(at).toUTCString()}</pubDate>`;
      const address = link === undefined ? "" : `<link>${escape(link)}</link>`;
      const guid = `<guid isPermaLink="false">item-${items.length + 1}</guid>`;
      const body = `<description>${escape(text)}</description>`;
      items.push(`<item><title>${escape(called)}</title>${address}${guid}${date}${body}</item>`);
    },
    serve: (path, answer) => {
      others.set(path, answer);
      return `http://${host}${path}`;
    },
    editItem: (text, change) => {
      edits += 1;
      const index = items.findIndex((item) => item.includes(escape(text)));
      items[index] = (items[index] ?? "").replace(escape(text), escape(change));
    },
    onAsked: (answer) => {
      instead = answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
