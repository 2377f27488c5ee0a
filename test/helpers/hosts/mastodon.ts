import { WebSocketServer } from "ws";
import { escapeHtml, iso, startHost, type Asked, type Host, type Said } from "./host.ts";

export interface MastodonHost extends Host {
  /** the token that the API lets in, and the stream */
  readonly token: string;
  /** Sends a new status to whoever follows. */
  stream(event: "update" | "status.update" | "delete", one: Said): void;
  readonly followers: () => number;
  /** Cuts all streams. */
  drop(): Promise<void>;
}

const ACCOUNT = {
  id: "1",
  username: "cafe",
  acct: "cafe",
  display_name: "Le café",
  locked: false,
  bot: false,
  url: "https://social.example/@cafe",
  note: "<p>Un café</p>",
  followers_count: 12,
};

/** A Mastodon server of version 4.3, as its documentation has it: https://docs.joinmastodon.org/methods/ */
export async function startMastodon(): Promise<MastodonHost> {
  const token = "the-token-of-a-person";
  const sockets = new WebSocketServer({ noServer: true });
  const idOf = ({ number }: Said): string => String(110_000_000_000_000_000n + BigInt(number));
  const toStatus = (one: Said) => ({
    id: idOf(one),
    created_at: iso(one.at),
    edited_at: one.editedAt === undefined ? null : iso(one.editedAt),
    in_reply_to_id: null,
    sensitive: false,
    spoiler_text: "",
    visibility: "public",
    language: "fr",
    uri: `https://social.example/users/cafe/statuses/${idOf(one)}`,
    url: `https://social.example/@cafe/${idOf(one)}`,
    replies_count: 2,
    reblogs_count: 1,
    favourites_count: one.likes,
    content: `<p>${escapeHtml(one.text)}</p>`,
    reblog: null,
    account: ACCOUNT,
    media_attachments: [],
    mentions: [],
    tags: [{ name: "velo", url: "https://social.example/tags/velo" }],
    emojis: [],
    card: null,
    poll: null,
  });
  const page = (all: readonly Said[], { query }: Asked): readonly Said[] => {
    const limit = Math.min(40, Number(query.get("limit") ?? 20));
    const [min, max, since] = [query.get("min_id"), query.get("max_id"), query.get("since_id")];
    const within = all.filter(
      (one) =>
        (max === null || BigInt(idOf(one)) < BigInt(max)) &&
        (since === null || BigInt(idOf(one)) > BigInt(since)) &&
        (min === null || BigInt(idOf(one)) > BigInt(min)),
    );
    // min_id: those immediately newer; else the newest
    return min === null ? within.slice(0, limit) : within.slice(-limit);
  };
  const host = await startHost((asked, response, { said, url }) => {
    const { path, query, headers } = asked;
    response.setHeader("x-ratelimit-limit", "300");
    response.setHeader("x-ratelimit-remaining", "299");
    response.setHeader("x-ratelimit-reset", iso(Date.now() + 300_000));
    const isIn = headers.authorization === `Bearer ${token}`;
    if (headers.authorization !== undefined && !isIn) {
      response.writeHead(401).end('{"error":"The access token is invalid"}');
      return undefined;
    }
    const listed = (entries: readonly Said[]): readonly Said[] => {
      const [first, last] = [entries[0], entries.at(-1)];
      if (first && last) {
        const rest = new URLSearchParams(query);
        for (const name of ["min_id", "max_id", "since_id"]) rest.delete(name);
        const at = (name: string, one: Said) => `<${url}${path}?${rest}&${name}=${idOf(one)}>`;
        response.setHeader("link", `${at("max_id", last)}; rel="next", ${at("min_id", first)}; rel="prev"`);
      }
      return entries;
    };
    if (path.startsWith("/api/v1/timelines/tag/") || path === "/api/v1/accounts/1/statuses") {
      return listed(page(said(), asked)).map(toStatus);
    }
    if (path === "/api/v1/accounts/lookup") return query.get("acct") === "cafe" ? ACCOUNT : undefined;
    if (path === "/api/v1/statuses") {
      const ids = query.getAll("id[]");
      return said()
        .filter((one) => ids.includes(idOf(one)))
        .map(toStatus);
    }
    if (path === "/api/v2/instance") {
      return { domain: "social.example", configuration: { urls: { streaming: url.replace("http", "ws") } } };
    }
    if (!isIn) {
      response.writeHead(401).end('{"error":"The access token is invalid"}');
      return undefined;
    }
    if (path === "/api/v1/notifications") {
      const mentions = listed(page(said(), asked));
      return mentions.map((one) => ({
        id: idOf(one),
        type: "mention",
        created_at: iso(one.at),
        status: toStatus(one),
      }));
    }
    if (path === "/api/v2/search") {
      return { accounts: [], statuses: page(said(), asked).map(toStatus), hashtags: [] };
    }
    return undefined;
  });
  host.server.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url ?? "/", host.url);
    if (url.pathname !== "/api/v1/streaming" || request.headers.authorization !== `Bearer ${token}`) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (socket_) => sockets.emit("connection", socket_));
  });
  return {
    ...host,
    token,
    stream: (event, one) => {
      const payload = event === "delete" ? idOf(one) : JSON.stringify(toStatus(one));
      for (const socket of sockets.clients)
        socket.send(JSON.stringify({ stream: ["hashtag", "velo"], event, payload }));
    },
    followers: () => sockets.clients.size,
    drop: async () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await host.close();
    },
  };
}
