import { describe, expect, it } from "vitest";
import { newSourceId } from "@palabre/shared/terms";
import { joinPosts } from "./joinPosts.ts";
import { fromDay, toDay } from "./days.ts";
import { termsOf } from "./queryOf.ts";
import { isWebAddress } from "./webAddress.ts";

const source = newSourceId();
const blog = { source, sourceName: "Blog", sourceKind: "feed", at: 0, url: "", language: "", copies: 0 } as const;
const posts = (...ids: string[]) => ids.map((id) => ({ ...blog, id, text: id }));

describe("the stream of posts", () => {
  it("[P16] puts what is new on top of what is shown, each post once", () => {
    expect(joinPosts(posts("e", "d", "c"), posts("d", "c", "b", "a"))).toEqual(posts("e", "d", "c", "b", "a"));
  });
  it("[P16] begins anew where posts would be missing between the two", () => {
    expect(joinPosts(posts("z", "y"), posts("b", "a"))).toBeUndefined();
  });
});

describe("what fields hold", () => {
  it("[P10] a day stays the same day out and in", () => {
    expect([toDay(fromDay("2026-03-29") ?? 0), toDay(fromDay("2026-10-25") ?? 0), fromDay("")]).toEqual([
      "2026-03-29",
      "2026-10-25",
      undefined,
    ]);
  });
  it("[P10] terms are shown as they were written", () => {
    expect(termsOf(" rendez-vous, soir* ;après le travail\n")).toEqual(["rendez-vous", "soir*", "après le travail"]);
  });
  it("[P10] only the web's own addresses can be followed", () => {
    const addresses = [
      "https://a.example/x",
      "http://a.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "b/c",
      "",
      undefined,
    ];
    expect(addresses.map(isWebAddress)).toEqual([true, true, false, false, false, false, false]);
  });
});
