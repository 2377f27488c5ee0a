/** One measurement in a process of its own: `measure.js <row> <target> [quick]`; what it gave goes to the parent as a message. */
import { ROWS } from "./rows/index.ts";
import { TARGETS } from "./targets.ts";

const [name, wanted, mode] = process.argv.slice(2);
const row = ROWS.find((known) => known.name === name);
const target = TARGETS.find((known) => known === wanted);
if (!row || !target) throw new Error(`no such row or server: ${name} ${wanted}`);
const figures = await row.run(target, mode === "quick");
process.send?.(figures);
process.disconnect();
// sockets that are left open must not keep it
setTimeout(() => process.exit(0), 200);
