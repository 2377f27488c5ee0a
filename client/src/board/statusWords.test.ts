import { describe, expect, it } from "vitest";
import { CLOSE } from "@palabre/shared/protocol";
import { textIn } from "../i18n/index.ts";
import { hasUnsaved, statusWords } from "./statusWords.ts";

const fr = textIn("fr", "fr-FR");
const en = textIn("en", "en-GB");
const at = new Date(2026, 9, 12, 14, 2).getTime();

describe("the status line in words", () => {
  it("[P12] says when the last change was saved", () => {
    expect(statusWords({ type: "saved", at }, true, fr)).toEqual({
      kind: "kept",
      tone: "calm",
      line: "Enregistré à 14:02",
    });
    expect(statusWords({ type: "saved", at: undefined }, true, en).line).toBe("Up to date");
    expect(statusWords({ type: "saved", at }, false, en).line).toBe("Read only, live");
  });
  it("[P12] saving and saved are one kind of news: a listener is not told of each keystroke", () => {
    expect(statusWords({ type: "saving" }, true, en).kind).toBe(statusWords({ type: "saved", at }, true, en).kind);
  });
  it("[P12] counts what waits on the page, and says what to do only when something does", () => {
    expect(statusWords({ type: "offline", changes: 3 }, true, fr)).toEqual({
      kind: "offline",
      tone: "waiting",
      line: "Hors ligne, 3 changements attendent sur cette page",
      advice:
        "3 changements attendent sur cette page. Gardez-la ouverte\u202f: ils partiront dès que la connexion revient.",
    });
    expect(statusWords({ type: "offline", changes: 0 }, true, fr)).toEqual({
      kind: "offline",
      tone: "waiting",
      line: "Hors ligne",
    });
  });
  it("[P12] a refusal says why and what to do, for every reason", () => {
    const advices = [...Object.values(CLOSE), 1009, 4499].map(
      (code) => statusWords({ type: "refused", code }, true, en).advice,
    );
    expect(advices.every((advice) => advice !== undefined && advice.length > 20)).toBe(true);
    expect(statusWords({ type: "refused", code: CLOSE.noSession }, true, en).advice).toContain(
      "link you came by was replaced",
    );
  });
  it("[P12] leaving warns only while something is not on the server's disk", () => {
    const unsaved = [{ type: "saving" }, { type: "late" }, { type: "offline", changes: 1 }] as const;
    const kept = [
      { type: "loading" },
      { type: "saved", at },
      { type: "offline", changes: 0 },
      { type: "refused", code: 4401 },
    ] as const;
    expect(unsaved.map(hasUnsaved)).toEqual([true, true, true]);
    expect(kept.map(hasUnsaved)).toEqual([false, false, false, false]);
  });
});
