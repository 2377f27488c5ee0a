/**
 * `npm run proof [-- parts] [--rounds n] [--minutes n] [--seed n] [--only attack]`: what takes longer than a test, against the built server as a
 * process of its own. Without parts, all of them. A full run writes its section of RESULTS.md; a shortened one only says what it found.
 */
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const PARTS = ["barrier", "kills", "convergence", "hostile", "fuzz", "soak", "bluesky", "servers"];
const text = { type: "string" };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: text, minutes: text, seed: text, only: text },
});
const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(", ")}: ${PARTS.join(", ")}`);
process.env["PROOF_OPTIONS"] = JSON.stringify(values);
const parts = positionals.length > 0 ? positionals : PARTS;
const run = await startVitest(
  "test",
  parts.map((part) => `test/proof/${part}.proof.ts`),
  { config: "test/proof/vitest.config.ts", watch: false },
);
await run.close();
