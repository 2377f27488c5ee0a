/**
 * `npm run listening -- <folder>`: what the pipeline that ships scores on the labelled posts of a folder. A line a measure:
 * `file measure figure n`; the columns of a file say which measures are taken. Exit code 1 where a file can't be read.
 */
import { resolve } from "node:path";
import { MEASURES } from "./measures/index.ts";
import { print } from "./print.ts";
import { measureFolder } from "./report.ts";

const [folder] = process.argv.slice(2);
process.exitCode = 1;
if (folder === undefined) {
  print("say which folder: npm run listening -- <folder>");
} else {
  // npm runs a script at the root of the package, whoever calls from a folder means that folder
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), folder);
  try {
    const { lines, isWhole } = await measureFolder(path, MEASURES);
    print(lines.length > 0 ? lines.join("\n") : `no .jsonl file in ${path}`);
    if (isWhole) process.exitCode = 0;
  } catch (error) {
    print(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
