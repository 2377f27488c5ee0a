import { WebSocketServer } from "ws";
import { iso, startHost, type Host, type Said } from "./host.ts";

export interface BlueskyHost extends Host {
  readonly account: string;
  readonly password: string;
  /** where Jetstream is */
  readonly stream: string;
  emit(operation: "create" | "update" | "delete", one: Said): void;
  /** what those who follow asked for */
  readonly followed: URLSearchParams[];
  readonly followers: () => number;
  /** Cuts all streams. */
  drop(): Promise<void>;
  /** Answers 503 to whoever wants to follow from now on. */
  refuseStreams(): void;
  /** how many sessions were opened */
  readonly sessions: () => number;
  /** Ends all sessions, as time does. */
  expire(): void;
}

const DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
const HANDLE = "cafe.example";

/** A server of the AT protocol with the lexicons of Bluesky, and Jetstream beside it. */
/** @param options.isAlone without the index of the network beside it: it knows its own records */
export async function startBluesky(options: { readonly isAlone?: boolean } = {}): Promise<BlueskyHost> {
  const password = "abcd-efgh-ijkl-mnop";
  let sessions = 0;
  let firstGood = 1;
  const followed: URLSearchParams[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const keyOf = ({ number }: Said): string => `3k${String(number).padStart(11, "a")}`;
  const uriOf = (one: Said): string => `at://${DID}/app.bsky.feed.post/${keyOf(one)}`;
  const recordOf = (one: Said) => ({
    $type: "app.bsky.feed.post",
    text: one.text,
    createdAt: iso(one.at),
    langs: ["fr"],
  });
  const viewOf = (one: Said) => ({
    uri: uriOf(one),
    cid: `bafyrei${one.number}`,
    author: { did: DID, handle: HANDLE, displayName: "Le café", avatar: "https://cdn.example/a.jpg" },
    record: recordOf(one),
    replyCount: 2,
    repostCount: 1,
    likeCount: one.likes,
    quoteCount: 0,
    indexedAt: iso(one.at + 1_000),
    labels: [],
  });
  const host = await startHost(({ path, query, headers, json }, response, { said }) => {
    response.setHeader("ratelimit-limit", "3000");
    response.setHeader("ratelimit-remaining", "2999");
    response.setHeader("ratelimit-reset", String(Math.floor(Date.now() / 1_000) + 300));
    const refuse = (status: number, error: string): undefined => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error, message: error }));
    };
    const method = path.replace("/xrpc/", "");
    if (method === "com.atproto.server.createSession") {
      const asked = json as { identifier?: string; password?: string };
      if (asked.identifier !== HANDLE || asked.password !== password) return refuse(401, "AuthenticationRequired");
      sessions += 1;
      return { did: DID, handle: HANDLE, accessJwt: `jwt-${sessions}`, refreshJwt: "refresh" };
    }
    const session = /^Bearer jwt-(\d+)$/.exec(headers.authorization ?? "")?.[1];
    if (session !== undefined && Number(session) < firstGood) return refuse(400, "ExpiredToken");
    const limit = Math.min(100, Number(query.get("limit") ?? 50));
    const from = Number(query.get("cursor") ?? 0);
    const some = said().slice(from, from + limit);
    const cursor = from + limit < said().length ? { cursor: String(from + limit) } : {};
    if (options.isAlone === true && method.startsWith("app.bsky.feed.")) return refuse(401, "AuthMissing");
    switch (method) {
      case "com.atproto.repo.listRecords": {
        const records = some.map((one) => ({ uri: uriOf(one), cid: "bafyrei", value: recordOf(one) }));
        return { records, ...cursor };
      }
      case "com.atproto.repo.getRecord": {
        const one = said().find((other) => keyOf(other) === query.get("rkey"));
        return one ? { uri: uriOf(one), cid: "bafyrei", value: recordOf(one) } : refuse(400, "RecordNotFound");
      }
      case "app.bsky.feed.getAuthorFeed": {
        const passedOn = { $type: "app.bsky.feed.defs#reasonRepost", by: { did: DID }, indexedAt: iso(0) };
        const other = { ...viewOf({ number: 9_999, text: "repris", at: 0, editedAt: undefined, likes: 0 }) };
        return { feed: [{ post: other, reason: passedOn }, ...some.map((one) => ({ post: viewOf(one) }))], ...cursor };
      }
      case "app.bsky.feed.searchPosts":
        if (session === undefined) return refuse(403, "Forbidden");
        return { posts: some.map(viewOf), hitsTotal: said().length, ...cursor };
      case "app.bsky.feed.getPosts": {
        const uris = query.getAll("uris");
        if (uris.length > 25) return refuse(400, "InvalidRequest");
        return {
          posts: said()
            .filter((one) => uris.includes(uriOf(one)))
            .map(viewOf),
        };
      }
      case "app.bsky.feed.getPostThread": {
        const [root, ...replies] = said().toReversed();
        const node = (one: Said, under: readonly unknown[]) => ({
          $type: "app.bsky.feed.defs#threadViewPost",
          post: viewOf(one),
          replies: under,
        });
        const blocked = { $type: "app.bsky.feed.defs#blockedPost", uri: "at://x", blocked: true };
        return root && { thread: node(root, [blocked, ...replies.map((one) => node(one, []))]) };
      }
      case "com.atproto.identity.resolveHandle":
        return query.get("handle") === HANDLE ? { did: DID } : refuse(400, "InvalidRequest");
      default:
        return refuse(501, "MethodNotImplemented");
    }
  });
  let isRefusing = false;
  host.server.on("upgrade", (request, socket, head) => {
    if (isRefusing) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      followed.push(new URL(request.url ?? "/", host.url).searchParams);
      sockets.emit("connection", opened);
    });
  });
  return {
    ...host,
    account: HANDLE,
    password,
    stream: `${host.url.replace("http", "ws")}/subscribe`,
    emit: (operation, one) => {
      const record = operation === "delete" ? {} : { record: recordOf(one), cid: "bafyrei" };
      const commit = { rev: "3l", operation, collection: "app.bsky.feed.post", rkey: keyOf(one), ...record };
      const event = { did: DID, time_us: one.at * 1_000, kind: "commit", commit };
      for (const socket of sockets.clients) socket.send(JSON.stringify(event));
    },
    followed,
    followers: () => sockets.clients.size,
    drop: async () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    refuseStreams: () => {
      isRefusing = true;
    },
    sessions: () => sessions,
    expire: () => {
      firstGood = sessions + 1;
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await host.close();
    },
  };
}
