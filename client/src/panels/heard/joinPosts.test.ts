import { describe, expect, it } from "vitest";
import { newSourceId } from "@palabre/shared/terms";
import { joinPosts } from "./joinPosts.ts";

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
