import { describe, expect, it } from "vitest";
import { newSourceId } from "../terms/index.ts";
import { heldElsewhere } from "./heldElsewhere.ts";

const [FEED, SEARCH, FORUM] = [newSourceId(), newSourceId(), newSourceId()];
const URL = "https://example.org/@zoe/1";
const post = (source: typeof FEED, url: string = URL, text: string = "Un vélo") => ({ source, url, text });

describe("a post that several sources hold", () => {
  it("[L190] is left out but for the first that says it at its address", () => {
    const [first, second, third] = [post(FEED), post(SEARCH), post(FORUM)];
    expect(heldElsewhere([first, second, third])).toEqual(new Set([second, third]));
    expect(heldElsewhere([third, second, first])).toEqual(new Set([second, first]));
    expect(heldElsewhere([second])).toEqual(new Set());
    expect(heldElsewhere([])).toEqual(new Set());
  });

  it("[L190] is none where the address is another or there is none, something else is said there, or one source says it twice", () => {
    expect(heldElsewhere([post(FEED), post(SEARCH, `${URL}2`)])).toEqual(new Set());
    expect(heldElsewhere([post(FEED, ""), post(SEARCH, "")])).toEqual(new Set());
    expect(heldElsewhere([post(FEED), post(SEARCH, URL, "Merci")])).toEqual(new Set());
    expect(heldElsewhere([post(FEED), post(FEED)])).toEqual(new Set());
    const again = post(SEARCH);
    expect(heldElsewhere([post(FEED), post(FEED), again])).toEqual(new Set([again]));
  });
});
