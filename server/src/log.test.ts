import { AppError } from "@palabre/shared/errors";
import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

const logged = (write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLog("debug", { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe("log", () => {
  it("[A10] keeps ids, codes and figures, and leaves out whatever else it is handed", () => {
    const [line] = logged((log) =>
      log.child({ board: "b" }).info({ n: 3, card: { text: "secret" }, list: ["x"] }, "done"),
    );
    expect(line).toEqual({ level: "info", at: expect.any(Number), board: "b", n: 3, msg: "done" });
  });

  it("[A10] says of a fault its kind and place, and its message only where that can't quote anybody", () => {
    const parserError = (() => {
      try {
        return JSON.parse("a person's words");
      } catch (error) {
        return error;
      }
    })();
    const cause = Object.assign(new Error("no space left"), { code: "ENOSPC" });
    const lines = logged((log) => {
      log.error({ error: parserError }, "a");
      log.error({ error: new AppError("store-failed", "the store failed", { cause }) }, "b");
      log.error({ error: "thrown text" }, "c");
    });
    expect(lines[0]).toMatchObject({ error: "SyntaxError" });
    expect(JSON.stringify(lines[0])).not.toContain("person");
    expect(lines[1]).toMatchObject({
      error: "AppError",
      errorCode: "store-failed",
      errorMessage: "the store failed",
      causeCode: "ENOSPC",
      causeMessage: "no space left",
    });
    // Postgres quotes the value that it stumbled over; what it says of its own state quotes nobody
    const causes = ["22P02", "23505", "42601", "57P01"].map((code) => {
      const fault = Object.assign(new Error("it says: a person's words"), { code });
      const [line] = logged((log) => log.error({ error: new AppError("store-failed", "no", { cause: fault }) }, "d"));
      return [line?.["causeCode"], line?.["causeMessage"]];
    });
    expect(causes).toEqual([
      ["22P02", undefined],
      ["23505", undefined],
      ["42601", undefined],
      ["57P01", "it says: a person's words"],
    ]);
    expect(lines[2]).toMatchObject({ error: "string", msg: "c" });
    expect(JSON.stringify(lines[2])).not.toContain("thrown");
  });
});
