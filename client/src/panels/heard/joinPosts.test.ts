import { describe, expect, it } from "vitest";
import { newSourceId } from "@palabre/shared/terms";
import { joinPosts, revisePost } from "./joinPosts.ts";

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
  it("[P128] shows at once what is said of a post, wherever it stands, and its new reading once that is known", () => {
    const [first, last] = [posts("c", "b"), posts("a")];
    const other = {
      kind: "other",
      isSure: false,
      chance: 0.4,
      feeling: "neutral",
      language: "",
      evidence: [],
    } as const;
    const read = last.map((post) => ({ ...post, heard: other }));
    const said = revisePost([...first, ...read], "a", { label: true });
    expect(said.slice(0, 2)).toEqual(first);
    expect(said[2]).toMatchObject({ id: "a", label: true, heard: other });
    const heard = { ...other, kind: "wish", isSure: true, chance: 1 } as const;
    expect(revisePost(said, "a", { label: true, heard })[2]).toMatchObject({ label: true, heard });
    expect(revisePost(said, "a", { label: undefined })[2]?.label).toBeUndefined();
    expect(revisePost(first, "gone", { label: true })).toEqual(first);
  });
});
