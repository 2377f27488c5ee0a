/**
 * `npm run reference -- <folder>`: computes every published case of a folder and says how far off each is. A line a case, then
 * `N passed, N failed`; exit code 1 unless all pass and there is one.
 */
import { resolve } from "node:path";
import { METHODS } from "./methods/index.ts";
import { print } from "./print.ts";
import { reportOf } from "./report.ts";
import { runFolder } from "./runFolder.ts";

const [folder] = process.argv.slice(2);
process.exitCode = 1;
if (folder === undefined) {
  print("say which folder: npm run reference -- <folder>");
} else {
  // npm runs a script at the root of the package, whoever calls from a folder means that folder
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), folder);
  try {
    const { text, holds } = reportOf(await runFolder(path, METHODS));
    print(text);
    if (holds) process.exitCode = 0;
  } catch (error) {
    print(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
