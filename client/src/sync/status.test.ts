import { describe, expect, it } from "vitest";
import { isLostByLeaving, openStatus, toStatus, type StatusFacts } from "./status.ts";

const NOTHING = { changes: 0, kept: 0, isKeeping: true };
const facts = (more: Partial<StatusFacts>): StatusFacts => ({
  connected: true,
  everFailed: false,
  everSynced: true,
  refused: undefined,
  isRestoring: false,
  isNotKept: false,
  isAsking: false,
  waiting: NOTHING,
  since: undefined,
  savedAt: undefined,
  ...more,
});
const unsaved = { waiting: { changes: 3, kept: 3, isKeeping: true }, since: 1_000, savedAt: 500 };

describe("the status line", () => {
  it("[R1] says saved only while connected and with nothing unsaved", () => {
    expect(toStatus(facts({}), 0)).toEqual({ type: "saved", at: undefined });
    expect(toStatus(facts({ savedAt: 7 }), 9)).toEqual({ type: "saved", at: 7 });
    expect(toStatus(facts(unsaved), 1_001)).toEqual({ type: "saving" });
    expect(toStatus(facts(unsaved), 11_001)).toEqual({ type: "late", where: "device", changes: 3 });
    expect(toStatus(facts({ connected: false, ...unsaved }), 1_001)).toMatchObject({ type: "offline", changes: 3 });
    expect(toStatus(facts({ connected: false }), 0)).toMatchObject({ type: "offline", changes: 0 });
  });

  it("[R1] what came from this device is asked about before it counts as saved", () => {
    expect(toStatus(facts({ isAsking: true }), 0)).toEqual({ type: "saving" });
  });

  it("[R115] asks nothing more of a copy that was refused: the document in its place came from the server", () => {
    const status = openStatus(
      () => ({ connected: true, waiting: NOTHING }),
      () => 0,
    );
    status.shown();
    status.synced();
    expect(status.get()).toEqual({ type: "saving" });
    status.restoring();
    status.restored();
    expect(status.get()).toEqual({ type: "saved", at: undefined });
    status.close();
  });

  it("[R1] a refusal outranks everything, and before the first sync nothing is claimed", () => {
    expect(toStatus(facts({ refused: 4401, connected: false, ...unsaved }), 0)).toEqual({
      type: "refused",
      code: 4401,
      where: "device",
      changes: 3,
    });
    expect(toStatus(facts({ everSynced: false, connected: false }), 0)).toEqual({ type: "loading" });
    expect(toStatus(facts({ everSynced: false, connected: false, everFailed: true }), 0).type).toBe("offline");
    expect(toStatus(facts({ isRestoring: true, connected: false }), 0)).toEqual({ type: "restoring" });
    expect(toStatus(facts({ isNotKept: true, connected: false, ...unsaved }), 0)).toEqual({
      type: "notKept",
      where: "device",
      changes: 3,
    });
  });

  it("[R42] counts as kept on this device only what the device has confirmed, and as the page's all once it failed", () => {
    const offline = (waiting: StatusFacts["waiting"]) => toStatus(facts({ connected: false, waiting }), 0);
    expect(offline({ changes: 3, kept: 2, isKeeping: true })).toEqual({ type: "offline", where: "device", changes: 2 });
    expect(offline({ changes: 3, kept: 2, isKeeping: false })).toEqual({ type: "offline", where: "page", changes: 3 });
  });

  it("[R42] leaving loses something only while it is neither on the server's disk nor on the device", () => {
    expect(isLostByLeaving({ changes: 1, kept: 0, isKeeping: true })).toBe(true);
    expect(isLostByLeaving({ changes: 1, kept: 1, isKeeping: false })).toBe(true);
    expect(isLostByLeaving({ changes: 1, kept: 1, isKeeping: true })).toBe(false);
    expect(isLostByLeaving({ changes: 0, kept: 0, isKeeping: false })).toBe(false);
  });
});
