import type { VersionFacts, VersionPage } from "@palabre/shared/protocol";
import { newVersionId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { joinPages, withoutVersion } from "./versionPages.ts";

const version = (seq: number): VersionFacts => ({ id: newVersionId(), at: seq, kind: "manual", label: "kept", seq });
const page = (versions: readonly VersionFacts[], hasMore: boolean): VersionPage => {
  const last = versions.at(-1);
  return { versions, historyDays: 365, ...(hasMore && last ? { next: last.id } : {}) };
};
const [five, four, three, two] = [version(5), version(4), version(3), version(2)];

describe("the pages of a board’s versions", () => {
  it("[H25] a fresh first page stands before the older ones that were loaded", () => {
    expect(joinPages(page([five, four], true), page([four, three, two], true))).toEqual(
      page([five, four, three, two], true),
    );
  });

  it("[H25] a version that was dropped is not among those that were loaded", () => {
    const left = withoutVersion(page([five, four, three, two], true), three.id);
    expect(joinPages(page([five, four], true), left)).toEqual(page([five, four, two], true));
  });

  it("[H25] where the last one was dropped, those before the last that is left come next", () => {
    expect(withoutVersion(page([five, four, three], true), three.id)).toEqual(page([five, four], true));
    expect(withoutVersion(page([five, four, three], false), three.id)).toEqual(page([five, four], false));
  });

  it("[H25] a first page that has all leaves nothing of what was loaded", () => {
    expect(joinPages(page([five, four], false), page([five, four, three], false))).toEqual(page([five, four], false));
  });
});
