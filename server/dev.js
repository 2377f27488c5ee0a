import { spawn } from "node:child_process";
// straight to the compiler: its launcher, when it is ended, would leave it running
import getExePath from "../node_modules/typescript/lib/getExePath.js";

/**
 * What `npm run dev` runs, on any system: the compiler, which builds anew what changed; the server, started again from what was
 * built; Vite, which serves the client and hands /api and /sync on to the server. The first that ends, ends all.
 */
const parts = [
  spawn(getExePath(), ["-b", "server", "--watch", "--preserveWatchOutput"], { stdio: "inherit" }),
  ...[
    ["--watch", "--watch-preserve-output", "server/dist/main.js"],
    ["node_modules/vite/bin/vite.js", "client"],
  ].map((args) => spawn(process.execPath, args, { stdio: "inherit" })),
];

const stop = () => {
  for (const part of parts) part.kill();
};
for (const part of parts) part.once("exit", stop);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
