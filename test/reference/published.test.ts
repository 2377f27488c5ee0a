import { resolve } from "node:path";
import { expect, it } from "vitest";
import { METHODS } from "./methods/index.ts";
import { reportOf } from "./report.ts";
import { runFolder } from "./runFolder.ts";

/** A folder of published cases, from the root of the repository; unset: these tests say that they are skipped. */
const named = process.env["REFERENCE_DATA"] ?? "";
const folder = named === "" ? undefined : resolve(import.meta.dirname, "../..", named);
const outcomes = folder === undefined ? [] : await runFolder(folder, METHODS);

it.skipIf(folder === undefined)("[M1] the folder that REFERENCE_DATA names holds published cases", () => {
  expect(outcomes.length).toBeGreaterThan(0);
});

it.each(outcomes)("[M1] $name comes out as published", (outcome) => {
  expect(reportOf([outcome]).text).toMatch(/: pass, largest difference \S+\n1 passed, 0 failed$/);
});
