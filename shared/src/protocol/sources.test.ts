import { describe, expect, test } from "vitest";
import { addSourceSchema } from "./sources.ts";

describe("adding a source", () => {
  const SECRET = "s".repeat(24);
  test.each([
    { kind: "feed", url: "https://cafe.org/feed" },
    { kind: "mastodon", server: "mastodon.social", place: "hashtag", query: "vélo", isLive: true },
    { kind: "mastodon", server: "mastodon.social", place: "mentions", secret: "token" },
    { kind: "bluesky", place: "search", query: "vélo", account: "cafe.bsky.social", secret: "abcd-efgh" },
    { kind: "discourse", server: "https://forum.cafe.org", place: "latest", intervalMinutes: 30 },
    { kind: "github", repository: "cafe/site", place: "issues" },
    { kind: "youtube", place: "video", query: "dQw4w9WgXcQ", secret: "key" },
    { kind: "webhook", name: "Caisse", secret: SECRET },
  ])("[L100] each kind is asked for with its own fields: $kind", (asked) => {
    expect(addSourceSchema.parse(asked)).toEqual(asked);
  });

  test.each([
    {},
    { kind: "pigeon" },
    { kind: "feed" },
    { kind: "mastodon", server: "mastodon.social", place: "home" },
    { kind: "bluesky", place: "account" },
    { kind: "youtube", place: "video", query: "x" },
    { kind: "webhook", name: "Caisse", secret: "short" },
    { kind: "github", repository: "cafe/site", place: "issues", intervalMinutes: 0 },
  ])("[L100] what lacks a field, or is of no kind, is refused: %j", (asked) => {
    expect(addSourceSchema.safeParse(asked).success).toBe(false);
  });
});
