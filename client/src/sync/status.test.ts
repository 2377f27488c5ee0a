import { describe, expect, it } from "vitest";
import { toStatus, type StatusFacts } from "./status.ts";

const facts = (more: Partial<StatusFacts>): StatusFacts => ({
  connected: true,
  everSynced: true,
  refused: undefined,
  saved: { unsaved: 0, since: undefined, savedAt: undefined },
  ...more,
});
const unsaved = { unsaved: 3, since: 1_000, savedAt: 500 };

describe("the status line", () => {
  it("[R1] says saved only while connected and with nothing unsaved", () => {
    expect(toStatus(facts({}), 0)).toEqual({ type: "saved", at: undefined });
    expect(toStatus(facts({ saved: { unsaved: 0, since: undefined, savedAt: 7 } }), 9)).toEqual({
      type: "saved",
      at: 7,
    });
    expect(toStatus(facts({ saved: unsaved }), 1_001)).toEqual({ type: "saving" });
    expect(toStatus(facts({ saved: unsaved }), 11_001)).toEqual({ type: "late" });
    expect(toStatus(facts({ connected: false, saved: unsaved }), 1_001)).toEqual({ type: "offline", changes: 3 });
    expect(toStatus(facts({ connected: false }), 0)).toEqual({ type: "offline", changes: 0 });
  });

  it("[R1] a refusal outranks everything, and before the first sync nothing is claimed", () => {
    expect(toStatus(facts({ refused: 4401, connected: false, saved: unsaved }), 0)).toEqual({
      type: "refused",
      code: 4401,
    });
    expect(toStatus(facts({ everSynced: false, connected: false }), 0)).toEqual({ type: "loading" });
  });
});
