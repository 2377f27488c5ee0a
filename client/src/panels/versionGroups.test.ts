import type { VersionFacts, VersionKind } from "@palabre/shared/protocol";
import { newVersionId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { dayWords, factWords, versionName } from "./historyWords.ts";
import { whenWords } from "./whenWords.ts";
import { groupVersions } from "./versionGroups.ts";

/** On the reader's own clock, whichever zone it is in. */
const at = (day: number, hour: number, minute: number): number => new Date(2026, 10, day, hour, minute).getTime();
const version = (kind: VersionKind, when: number, seq: number, label = ""): VersionFacts => ({
  id: newVersionId(),
  at: when,
  kind,
  label,
  seq,
});
const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

describe("the timeline", () => {
  it("[H15] versions stand by day, those kept by themselves fold by the hour, named ones stand out", () => {
    const versions = [
      version("minute", at(28, 15, 2), 40),
      version("minute", at(28, 14, 59), 39),
      version("minute", at(28, 14, 5), 30),
      version("manual", at(28, 14, 0), 28, "before the vote"),
      version("minute", at(28, 14, 0), 28),
      version("restore", at(27, 23, 59), 20),
    ];
    const shape = groupVersions(versions, true).map(({ entries }) =>
      entries.map((entry) =>
        entry.type === "hour"
          ? entry.listed.map(({ version: { seq }, changes }) => [seq, changes])
          : [entry.listed.version.kind, entry.listed.changes],
      ),
    );
    expect(shape).toEqual([
      [
        [[40, 1]],
        [
          [39, 9],
          [30, 2],
        ],
        ["manual", 0],
        [[28, 8]],
      ],
      [["restore", 20]],
    ]);
  });

  it("[H15] how much was changed until the oldest is said only where nothing older is left out", () => {
    const versions = [version("manual", at(28, 14, 0), 28, "a")];
    const changesOf = (isComplete: boolean) =>
      groupVersions(versions, isComplete).flatMap(({ entries }) =>
        entries.map((entry) => (entry.type === "version" ? entry.listed.changes : "?")),
      );
    expect([changesOf(true), changesOf(false)]).toEqual([[28], [undefined]]);
    expect(groupVersions([], true)).toEqual([]);
  });

  it("[H15] days, times and facts are in the reader's words", () => {
    const now = at(28, 14, 0);
    expect([at(28, 0, 1), at(27, 23, 0), at(26, 12, 0)].map((each) => dayWords(each, now, fr))).toEqual([
      "Aujourd’hui",
      "Hier",
      "26 novembre 2026",
    ]);
    expect(dayWords(at(27, 9, 0), now, en)).toBe("Yesterday");
    expect([whenWords(at(28, 9, 5), now, en), whenWords(at(27, 9, 5), now, en)]).toEqual(["09:05", "27 Nov, 09:05"]);
    expect(factWords(["text", "cost", "gain", "position", "constructor"], en)).toBe(
      "text, estimate, place and details",
    );
    expect([
      versionName(version("restore", now, 1), en),
      versionName(version("minute", now, 1), en),
      versionName(version("phase", now, 1, "Ideas"), en),
    ]).toEqual(["Before something was taken back", undefined, "Ideas"]);
  });

  it("[H24] the version of the moment when the workshop begins is no end of a step", () => {
    const begun = version("phase", at(28, 14, 0), 1);
    expect([en, fr].map((text) => versionName(begun, text))).toEqual([
      "Before the first step",
      "Avant la première étape",
    ]);
  });
});
