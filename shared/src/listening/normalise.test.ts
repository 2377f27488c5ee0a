import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../terms/index.ts";
import { canonicalUrl, postIdentity, toLanguageTag, toPostText } from "./index.ts";

/** Any code point, half of a surrogate pair included. */
const character = fc.integer({ min: 0, max: 0x1_fbff }).map((code) => String.fromCodePoint(code));

describe("text of a post", () => {
  test.each([
    ["<p>Un <b>re</b>pair caf&eacute;</p><p>le soir</p>", "Un repair café le soir"],
    ["a<br>b<br/>c<li>d", "a b c d"],
    ["Tom &amp; Jerry &lt;b&gt; &#233; &#xE9; &#150; &hellip; &unknown; R&D", "Tom & Jerry <b> é é – … &unknown; R&D"],
    ["<script>alert('x')</script>ok<style>p { }</style><!-- no --> <ScRiPt>never closed", "ok"],
    ["a < b, <3, x <y and z", "a < b, <3, x <y and z"],
    ["<a title=\"a > b\" href='#'>lien</a>", "lien"],
    ["<a title='it's'>lien</a>", "lien"],
    ["<!DOCTYPE html><html><head><title>T</title></head><body>corps</body></html>", "corps"],
    ['<span class="invisible">https://</span><span>ami.org</span>', "https://ami.org"],
    ["&#0; &#xD800; &#x110000;", "\uFFFD \uFFFD \uFFFD"],
    [" un\u00A0\tdeux\r\n\u0000trois ", "un deux trois"],
    ["", ""],
  ])("[L5] %j reads as %j", (html, text) => {
    expect(toPostText(html)).toBe(text);
  });

  test("[L5] a title stands on its own line, except where the body repeats it", () => {
    expect(toPostText("<p>Le corps</p>", "Le titre")).toBe("Le titre\nLe corps");
    expect(toPostText("Le titre et la suite", "Le titre…")).toBe("Le titre et la suite");
    expect(toPostText("", "Le titre")).toBe("Le titre");
    expect(toPostText("Le corps", "")).toBe("Le corps");
  });

  test.each([
    ["<blockquote><p>Tout est nul</p></blockquote><p>Pas d’accord, c’est bien.</p>", "Pas d’accord, c’est bien."],
    ["<p>a</p><blockquote>b<blockquote>c</blockquote>d</blockquote><p>e</p>", "a e"],
    [
      '<aside class="quote no-group" data-username="léa"><div class="title">léa :</div><blockquote><p>Nul</p></blockquote></aside><p>Non.</p>',
      "Non.",
    ],
    ["<aside>À part</aside> et le reste", "À part et le reste"],
    ["> C’est nul\n> rien ne marche\n\nChez moi tout va bien", "Chez moi tout va bien"],
    ["&gt; terrible\r\n&gt;&gt; older\r\nI like it", "I like it"],
    ["On Mar 12, 2026, John wrote:\n> terrible\nI like it", "I like it"],
    ["D’accord.\n\nLe 12 mars 2026, Jean a écrit :\n> Nul", "D’accord."],
    ["Il a écrit :\nrien de plus", "Il a écrit : rien de plus"],
    ["> 50 % des gens attendent\n>:( et moi aussi", "> 50 % des gens attendent >:( et moi aussi"],
    ["a > b\n-> c", "a > b -> c"],
    ["<blockquote>Rien que cela</blockquote> —", "Rien que cela —"],
    ["<p>&gt; nul<br>&gt; archinul</p><p>Mais non</p>", "Mais non"],
    ["> rien que cela", "> rien que cela"],
    ["<blockquote>jamais fermé<p>et la suite</p>", "jamais fermé et la suite"],
    ["e\u0301le\u0300ve", "élève"],
  ])("[L168] of %j its own words are read: %j", (html, text) => {
    expect(toPostText(html)).toBe(text);
  });

  test("[L5] a text is bounded and never ends in half a character", () => {
    expect(toPostText("a".repeat(20_000))).toHaveLength(LIMITS.postLength);
    expect(toPostText(`${"a".repeat(LIMITS.postLength - 1)}😀`)).toBe("a".repeat(LIMITS.postLength - 1));
    expect(toPostText("\uD83D seul")).toBe("\uFFFD seul");
  });

  test("[L5] no input makes reading slow or throws", () => {
    for (const piece of [
      "<",
      "<a ",
      '<a "',
      "<a '",
      "<script",
      "<!--",
      "&",
      "&#",
      "<p>",
      "> ",
      "\n>",
      "wrote:\n",
      "<blockquote>",
      '<a "b" ',
    ]) {
      expect(typeof toPostText(piece.repeat(100_000))).toBe("string");
    }
    fc.assert(fc.property(fc.string({ unit: character }), (text) => typeof toPostText(text) === "string"));
  });
});

describe("address of a post", () => {
  test.each([
    ["https://Ami.org/a?utm_source=x&b=1&fbclid=y#frag", "https://ami.org/a?b=1"],
    ["HTTP://ami.org:80", "http://ami.org/"],
    ["https://ami.org:443/x?utm_medium=m", "https://ami.org/x"],
    ["https://ami.org:8443/X?y", "https://ami.org:8443/X?y"],
    ["https://me:secret@ami.org/", "https://ami.org/"],
    [" https://ami.org/é ", "https://ami.org/é"],
    ["ftp://ami.org/", ""],
    ["javascript:alert(1)", ""],
    ["//ami.org", ""],
    ["https://", ""],
    ["https:///x", ""],
    ["https://ami.org/a b", ""],
    ["https://ami.org\\@evil.org/", ""],
    [`https://ami.org/${"a".repeat(2_000)}`, ""],
    ["", ""],
  ])("[L5] %j is kept as %j", (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  test("[L5] a language tag is kept in lower case, anything else is none", () => {
    expect(["FR", "pt_BR", "zh-Hans-CN", "French", "", "<b>"].map(toLanguageTag)).toEqual([
      "fr",
      "pt-br",
      "zh-hans-cn",
      "",
      "",
      "",
    ]);
  });
});

describe("identity of a post", () => {
  const item = { nativeId: "", url: "", text: "Le soir !", at: 1_700_000_000_000, author: "" };
  const day = 86_400_000;
  test("[L6] an item is known by its own id, else by its address, else by what was said on which day by whom", () => {
    expect(postIdentity({ ...item, nativeId: "7", url: "https://ami.org/" })).toBe("id 7");
    expect(postIdentity({ ...item, url: "https://ami.org/" })).toBe("url https://ami.org/");
    expect(postIdentity({ ...item, text: "LE SOIR" })).toBe(postIdentity(item));
    expect(postIdentity({ ...item, at: item.at + day })).not.toBe(postIdentity(item));
    expect(postIdentity({ ...item, author: "b" })).not.toBe(postIdentity(item));
  });
});
