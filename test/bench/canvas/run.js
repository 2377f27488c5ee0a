/**
 * `npm run bench:canvas [-- --cards 200,1000,5000] [--against palabre,naive,excalidraw,tldraw] [--repeats 3] [--write]`: our canvas beside
 * others, in the browser of the tests, in turns. The others are installed beside the bench when they are first asked for. `--write` makes the
 * page of what this call and earlier ones measured, each size and subject by the last call that ran it.
 */
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";

const text = { type: "string" };
const { values } = parseArgs({
  options: { cards: text, against: text, repeats: text, write: { type: "boolean", default: false } },
});
process.env["CANVAS_OPTIONS"] = JSON.stringify(values);
const config = "test/bench/canvas/vitest.config.ts";
const run = await startVitest("test", ["test/bench/canvas/canvas.bench.ts"], { config, watch: false });
await run.close();
