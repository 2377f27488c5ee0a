import { AppError } from "@palabre/shared/errors";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { createRecentErrors } from "./recentErrors.ts";

it("[U3] the last errors are known by their codes, newest first, and nothing of their words", () => {
  let now = 0;
  const seen: string[] = [];
  const lines: string[] = [];
  const errors = createRecentErrors(
    () => (now += 1),
    (code) => void seen.push(code),
  );
  const log = errors.follow(createLog("debug", { write: (line) => void lines.push(line) }));
  log.error({ error: new AppError("store-failed", "a sentence") }, "one");
  log.child({ board: "b" }).error({ error: Object.assign(new Error("Ada wrote"), { code: "ENOSPC" }) }, "two");
  log.error({ error: Object.assign(new Error("x"), { code: "whatever Ada wrote" }) }, "three");
  log.warn({ error: new AppError("internal", "no error") }, "four");
  expect(errors.latest()).toEqual([
    { at: 3, code: "internal" },
    { at: 2, code: "ENOSPC" },
    { at: 1, code: "store-failed" },
  ]);
  expect(seen).toEqual(["store-failed", "ENOSPC", "internal"]);
  expect(lines).toHaveLength(4);
  for (let count = 0; count < 30; count += 1) log.error({ error: new Error("again") }, "five");
  expect(errors.latest()).toHaveLength(20);
});
