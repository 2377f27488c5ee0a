import { defineConfig } from "vitest/config";

// as in the configuration of the tests: packages are read from their sources
const conditions = ["palabre"];

/** The parts of `npm run proof`, one after the other, each for as long as it takes. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/proof/*.proof.ts"],
    fileParallelism: false,
    testTimeout: 0,
    hookTimeout: 0,
  },
});
