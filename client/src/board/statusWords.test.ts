import { describe, expect, it } from "vitest";
import { CLOSE } from "@palabre/shared/protocol";
import { textIn } from "../i18n/index.ts";
import { statusWords } from "./statusWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
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
    expect(statusWords({ type: "saved", at }, false, fr, "Voter").line).toBe("Lecture seule\u202f: Voter");
  });
  it("[P12] saving and saved are one kind of news: a listener is not told of each keystroke", () => {
    expect(statusWords({ type: "saving" }, true, en).kind).toBe(statusWords({ type: "saved", at }, true, en).kind);
  });
  it("[P12] counts what waits, says where it is, and what to do only when something waits", () => {
    expect(statusWords({ type: "offline", where: "device", changes: 3 }, true, fr)).toEqual({
      kind: "offline",
      tone: "waiting",
      line: "Hors ligne, 3 changements gardés sur cet appareil",
      advice:
        "3 changements sont gardés sur cet appareil. Ils partiront dès que la connexion revient, ou quand vous rouvrirez le tableau.",
    });
    const onPage = statusWords({ type: "offline", where: "page", changes: 1 }, true, en);
    expect(onPage.line).toBe("Offline, 1 change on this page only");
    expect(onPage.advice).toContain("don’t close it");
    expect(statusWords({ type: "offline", where: "page", changes: 0 }, true, fr)).toEqual({
      kind: "offline",
      tone: "waiting",
      line: "Hors ligne",
    });
  });
  it("[P12] says that the server can't keep anything, and where one's changes are meanwhile", () => {
    const words = (where: "device" | "page") => statusWords({ type: "notKept", where, changes: 2 }, true, en);
    expect(words("device")).toMatchObject({ kind: "notKept", tone: "waiting", line: "Not saved yet" });
    expect(words("device").advice).toContain("kept on this device");
    expect(words("page").advice).toContain("on this page only");
  });
  it("[P12] a refusal says why and what to do, for every reason, and where what was not saved is", () => {
    const refused = (code: number, changes = 0) =>
      statusWords({ type: "refused", code, where: "device", changes }, true, en).advice ?? "";
    const advices = [...Object.values(CLOSE), 1009, 4499].map((code) => refused(code));
    expect(advices.every((advice) => advice.length > 20)).toBe(true);
    expect(refused(CLOSE.noSession)).toContain("link you came by was replaced");
    expect(refused(CLOSE.noSession)).not.toContain("kept on this device");
    expect(refused(CLOSE.noSession, 2)).toContain("2 changes that were not saved are kept on this device");
  });
});
