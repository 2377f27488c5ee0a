import { defineConfig } from "vitest/config";

// packages are read from their sources; the condition has a name of its own, since some libraries name files by "source" that they do not ship
const conditions = ["palabre"];
const fromSource = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
};

// One project after the other: what people feel on a screen is not timed beside a busy machine.
export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          name: "unit",
          sequence: { groupOrder: 0 },
          include: ["{shared,server,client}/src/**/*.test.{ts,tsx}", "test/*.test.ts"],
          // some read every file: a busy machine takes its time
          testTimeout: 30_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: "whole",
          sequence: { groupOrder: 1 },
          include: ["test/{contract,convergence,listening,proof,reference,server}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: "browser",
          sequence: { groupOrder: 2 },
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          // a screen follows a press a moment later; a slow machine takes its time
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ["test/helpers/unpackBrowser.ts"],
        },
      },
    ],
  },
});
