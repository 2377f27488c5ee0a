import { createHmac } from "node:crypto";
import type { Listening } from "@palabre/server/listening";
import type { AddSource } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import type { ServerResponse } from "node:http";
import { startFeedServer } from "../helpers/feedServer.ts";
import { startBluesky } from "../helpers/hosts/bluesky.ts";
import { startDiscourse } from "../helpers/hosts/discourse.ts";
import { startGithub } from "../helpers/hosts/github.ts";
import { escapeHtml, type Host } from "../helpers/hosts/host.ts";
import { startMastodon } from "../helpers/hosts/mastodon.ts";
import { startYoutube } from "../helpers/hosts/youtube.ts";
import { sourceContract, type Origin } from "./sourceContract.ts";

const at = (asked: AddSource) => ({ add: (listening: Listening, board: BoardId) => listening.add(board, asked) });
const originOf = (host: Host, asked: AddSource): Origin => ({
  ...host,
  ...at(asked),
  ...("secret" in asked && asked.secret !== undefined ? { secret: asked.secret } : {}),
});

sourceContract("a feed", async () => {
  const feed = await startFeedServer("Le café");
  let failing: Parameters<NonNullable<Origin["fail"]>>[0];
  let headers: Readonly<Record<string, string>> = {};
  feed.onAsked((response: ServerResponse) => {
    if (failing === undefined) return false;
    if (typeof failing === "number") response.writeHead(failing, headers).end();
    else {
      const reply = failing(undefined, response);
      if (reply !== undefined) response.end(JSON.stringify(reply));
    }
    return true;
  });
  return {
    host: feed.host,
    ...at({ kind: "feed", url: feed.url }),
    say: (text, when) =>
      feed.addItem({ title: "", text: escapeHtml(text), at: when, link: `https://cafe.org/${when}` }),
    fail: (how, asked = {}) => {
      [failing, headers] = [how, asked];
    },
    edit: (text, change) => feed.editItem(escapeHtml(text), change),
    close: feed.close,
  };
});

sourceContract("a file", async () => {
  const rows = ["date,url,text"];
  return {
    host: "nowhere.example:80",
    say: (text, when) => rows.push(`${new Date(when).toISOString()},https://cafe.org/${when},"${escapeHtml(text)}"`),
    add: (listening, board) => listening.addCsv(board, { name: "a.csv", bytes: Buffer.from(rows.join("\n")) }),
    close: async () => undefined,
  };
});

sourceContract("a webhook", async () => {
  const posts: unknown[] = [];
  const secret = "a secret of 24 letters or more";
  return {
    host: "nowhere.example:80",
    secret,
    say: (text, when) =>
      posts.push({ id: `caisse/${when}`, text: escapeHtml(text), createdAt: when, url: `https://cafe.org/${when}` }),
    add: async (listening, board) => {
      const { source } = await listening.add(board, { kind: "webhook", name: "Caisse", secret });
      const body = Buffer.from(JSON.stringify(posts));
      const timestamp = String(Date.UTC(2024, 5, 15) / 1_000);
      const signature = `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;
      return listening.deliver(board, source.id, { timestamp, signature, body });
    },
    close: async () => undefined,
  };
});

sourceContract("a hashtag of Mastodon", async () => {
  const host = await startMastodon();
  return originOf(host, { kind: "mastodon", server: host.url, place: "hashtag", query: "#vélo" });
});
sourceContract("an account of Mastodon", async () => {
  const host = await startMastodon();
  return originOf(host, { kind: "mastodon", server: host.url, place: "account", query: "@cafe" });
});
sourceContract("mentions on Mastodon", async () => {
  const host = await startMastodon();
  return originOf(host, { kind: "mastodon", server: host.url, place: "mentions", secret: host.token });
});
sourceContract("a search on Mastodon", async () => {
  const host = await startMastodon();
  return originOf(host, { kind: "mastodon", server: host.url, place: "search", query: "vélo", secret: host.token });
});

sourceContract("an account of Bluesky", async () => {
  const host = await startBluesky();
  return originOf(host, { kind: "bluesky", place: "account", query: "@cafe.example", server: host.url });
});
sourceContract("[L111] an account on a server of the AT protocol that has no index beside it", async () => {
  const host = await startBluesky({ isAlone: true });
  const { like: _, ...origin } = originOf(host, {
    kind: "bluesky",
    place: "account",
    query: "cafe.example",
    server: host.url,
  });
  return origin;
});
sourceContract("a thread of Bluesky", async () => {
  const host = await startBluesky();
  const query = "https://bsky.app/profile/cafe.example/post/3kaaaaaaaaaa1";
  return originOf(host, { kind: "bluesky", place: "thread", query, server: host.url });
});
sourceContract("a search on Bluesky", async () => {
  const host = await startBluesky();
  const { account, password } = host;
  return originOf(host, {
    kind: "bluesky",
    place: "search",
    query: "vélo",
    server: host.url,
    account,
    secret: password,
  });
});

sourceContract("a Discourse forum", async () => {
  const host = await startDiscourse({ key: "user-key" });
  return originOf(host, { kind: "discourse", server: host.url, place: "latest", secret: "user-key" });
});
sourceContract("a topic of Discourse", async () => {
  const host = await startDiscourse();
  return originOf(host, { kind: "discourse", server: host.url, place: "topic", query: `${host.url}/t/le-soir/7` });
});
sourceContract("a search on Discourse", async () => {
  const host = await startDiscourse();
  return originOf(host, { kind: "discourse", server: host.url, place: "search", query: "le soir" });
});

sourceContract("issues of GitHub", async () => {
  const host = await startGithub();
  const repository = "https://github.com/cafe/site";
  return originOf(host, { kind: "github", repository, place: "issues", server: host.url, secret: host.token });
});
sourceContract("discussions of GitHub", async () => {
  const host = await startGithub();
  return originOf(host, {
    kind: "github",
    repository: "cafe/site",
    place: "discussions",
    server: host.url,
    secret: host.token,
  });
});

sourceContract("comments of YouTube", async () => {
  const host = await startYoutube();
  const query = `https://www.youtube.com/watch?v=${host.video}`;
  return originOf(host, { kind: "youtube", place: "video", query, server: host.url, secret: host.key });
});
