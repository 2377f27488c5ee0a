import { describe, expect, test } from "vitest";
import { askedPause } from "./pause.ts";

const NOW = Date.UTC(2024, 0, 1, 12);
const IN_5_MINUTES = NOW + 300_000;

describe("what a host asks for", () => {
  test.each([
    [{}, 0],
    [{ "retry-after": "120" }, 120],
    [{ "x-ratelimit-remaining": "12", "x-ratelimit-reset": String(IN_5_MINUTES / 1_000) }, 0],
    // GitHub, a moment in seconds
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(IN_5_MINUTES / 1_000) }, 300],
    // Mastodon, a date
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2024-01-01T12:05:00.000Z" }, 300],
    // Bluesky, and the draft of a standard: without x-, seconds to go
    [{ "ratelimit-remaining": "0", "ratelimit-reset": "42" }, 42],
    [{ "ratelimit-remaining": "0", "ratelimit-reset": "soon" }, 0],
    [{ "ratelimit-remaining": "0" }, 0],
    [{ "ratelimit-remaining": "0", "ratelimit-reset": "2023-01-01T00:00:00Z" }, 0],
    [{ "retry-after": "7", "ratelimit-remaining": "0", "ratelimit-reset": "42" }, 7],
  ] as [Record<string, string>, number][])("[L103] %j is a pause of %i s", (headers, seconds) => {
    expect(askedPause((name) => headers[name], NOW)).toBe(seconds);
  });
});
