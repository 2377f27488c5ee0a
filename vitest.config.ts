import { defineConfig } from "vitest/config";

const conditions = ["source"];
const fromSource = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...fromSource,
        test: {
          name: "unit",
          include: ["{shared,server,client}/src/**/*.test.{ts,tsx}", "test/*.test.ts"],
        },
      },
      {
        ...fromSource,
        test: {
          name: "whole",
          include: ["test/{contract,convergence,server}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...fromSource,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ["test/helpers/unpackBrowser.ts"],
        },
      },
    ],
  },
});
