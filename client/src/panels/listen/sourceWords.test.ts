import { describe, expect, it } from "vitest";
import { newSourceId, type Source } from "@palabre/shared/terms";
import { textIn } from "../../i18n/index.ts";
import { intervalChoices } from "./intervals.ts";
import { readWords } from "./readWords.ts";
import { sourceFacts, sourceWords } from "./sourceWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const NOW = 1_800_000_000_000;
const source = (part: Partial<Source>): Source => ({
  id: newSourceId(),
  kind: "feed",
  name: "Blog",
  state: "fresh",
  addedAt: 0,
  posts: 3,
  ...part,
});

describe("the health of a source in words", () => {
  it("[P13] says when it was read, and never a time to come", () => {
    expect(sourceWords(source({ readAt: NOW - 120_000 }), NOW, en)).toEqual({
      tone: "calm",
      line: "Read 2 minutes ago",
    });
    expect(sourceWords(source({ readAt: NOW + 600_000 }), NOW, fr).line).toBe("Lue maintenant");
    expect(sourceWords(source({ kind: "csv", readAt: NOW - 120_000 }), NOW, fr).line).toBe("Envoyée il y a 2 minutes");
  });
  it("[P13] says why it is late or refused, and what to do", () => {
    expect(
      sourceWords(source({ state: "late", readAt: NOW - 3 * 3_600_000, problem: "source-timeout" }), NOW, en),
    ).toEqual({
      tone: "warn",
      line: "Late: last read 3 hours ago",
      advice: en.error({ code: "source-timeout", details: {} }),
    });
    expect(sourceWords(source({ state: "refused", problem: "private-address" }), NOW, fr).advice).toBe(
      fr.error({ code: "private-address", details: {} }),
    );
    expect(sourceWords(source({ state: "refused", problem: "of-another-version" }), NOW, fr).advice).toBeUndefined();
  });
});

describe("what else is known of a source", () => {
  it("[P106] says service, place, whether a key is kept and when it is looked at next, never the key", () => {
    const mastodon = source({
      kind: "mastodon",
      settings: { server: "https://example.org", place: "hashtag", query: "velo", isLive: true },
      hasSecret: true,
      nextAt: NOW + 5 * 60_000,
    });
    expect(sourceFacts(mastodon, NOW, en)).toEqual([
      "Mastodon, A hashtag",
      "live",
      "its key is kept",
      "again in 5 minutes",
    ]);
    expect(sourceFacts(source({ nextAt: NOW - 1 }), NOW, fr)).toEqual([]);
    expect(sourceFacts(source({ kind: "webhook", hasSecret: true }), NOW, fr)).toEqual(["Webhook"]);
    expect(sourceWords(source({ kind: "webhook", state: "waiting" }), NOW, fr).line).toBe("Attend le premier envoi");
  });
});

describe("what came of a file", () => {
  it("[P14] counts what was added, known, skipped", () => {
    const thousands = "2\u202f000";
    expect(readWords({ added: 2_000, known: 0, skipped: 3 }, fr)).toBe(
      `${thousands} publications ajoutées, 3 lignes sautées (sans texte ou sans date).`,
    );
    expect(readWords({ added: 1, known: 4, skipped: 0 }, en)).toBe("1 post added, 4 known already.");
  });

  it("[L180] says which of them another file holds too", () => {
    const read = { added: 8, known: 0, skipped: 0, readBefore: { posts: 6, name: "avis" } };
    expect(readWords(read, en)).toBe("8 posts added. 6 of them are in “avis” already and count twice while both stay.");
  });
});

describe("the intervals of a feed", () => {
  it("[P15] hold the present one, whatever it is", () => {
    expect(intervalChoices(45, en).map(({ label }) => label)).toEqual([
      "every minute",
      "every 5 minutes",
      "every 15 minutes",
      "every 45 minutes",
      "every hour",
      "every 6 hours",
      "every day",
    ]);
  });
});
