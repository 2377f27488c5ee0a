import { afterEach, describe, expect, test, vi } from "vitest";
import { readFeedDate } from "./feedDates.ts";

const TEN = Date.UTC(2024, 2, 5, 10);
const HOUR = 3_600_000;

afterEach(() => vi.unstubAllEnvs());

describe.each(["UTC", "Asia/Tokyo", "America/New_York"])("dates of a feed, on a server in %s", (zone) => {
  test.each([
    ["Tue, 05 Mar 2024 10:00:00 GMT", TEN],
    ["Tue,05 Mar 2024 10:00:00 GMT", TEN],
    ["Tue, 05 Mar 2024 10:00:00 CET", TEN - HOUR],
    ["Tue, 05 Mar 2024 10:00:00 CEST", TEN - 2 * HOUR],
    ["Tue, 05 Mar 2024 10:00:00 EST", TEN + 5 * HOUR],
    ["Tue, 05 Mar 2024 10:00:00 +0100", TEN - HOUR],
    ["Tue, 05 Mar 2024 10:00:00", TEN],
    ["2024-03-05 10:00:00", TEN],
    ["2024-03-05T10:00:00.000Z", TEN],
    ["2024-03-05T10:00:00+01:00", TEN - HOUR],
    ["2024-03-05", TEN - 10 * HOUR],
    ["2024-03", Date.UTC(2024, 2, 1)],
    ["05 mars 2024", TEN - 10 * HOUR],
    ["mar. 5 mars 2024 à 10h00", TEN],
    ["05/03/2024 10:00", TEN],
    ["03/13/2024 10:00", TEN + 8 * 24 * HOUR],
    ["Tue Mar 05 2024 10:00:00 GMT+0100 (Central European Standard Time)", TEN - HOUR],
    ["  2024-03-05T10:00:00Z\n", TEN],
  ])("[L178] %j is read", (written, at) => {
    vi.stubEnv("TZ", zone);
    expect(readFeedDate(written)).toBe(at);
  });

  test.each([undefined, "", "hier", "Mar-05-2024", "Tue,05 Mar 2024 10:00:00", `${" 05".repeat(50)} Mar 2024`])(
    "[L178] %j is none",
    (written) => {
      vi.stubEnv("TZ", zone);
      expect(readFeedDate(written)).toBeUndefined();
    },
  );
});
