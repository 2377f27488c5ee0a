import { defineConfig } from "vitest/config";

// as in the configuration of the tests: packages are read from their sources
const conditions = ["palabre"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["test/bench/canvas/*.bench.ts"], testTimeout: 0, hookTimeout: 0 },
});
