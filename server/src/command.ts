import { resolve } from "node:path";
import { AppError } from "@palabre/shared/errors";
import { readConfig, type Config } from "./config.ts";
import { print } from "./print.ts";

/**
 * Runs a command that takes one folder, in the server's own environment. What is refused is printed as a sentence, and ends the process
 * with 1; so does any other fault, by its kind alone.
 * @param run gets the folder, DATA_DIR, and where the server has boards and key from; gives the lines to print
 */
export async function runCommand(
  name: string,
  run: (
    folder: string,
    dataDir: string,
    where: Pick<Config, "databaseUrl" | "secretKey">,
  ) => Promise<readonly string[]>,
): Promise<void> {
  const [folder, ...more] = process.argv.slice(2);
  try {
    if (folder === undefined || more.length > 0)
      throw new AppError("bad-request", `name one folder: npm run ${name} -- <folder>`);
    const { dataDir, databaseUrl, secretKey } = readConfig(process.env);
    if (dataDir === undefined) throw new AppError("bad-request", "set DATA_DIR as for the server");
    for (const line of await run(resolve(folder), resolve(dataDir), { databaseUrl, secretKey })) print(line);
  } catch (error) {
    const cause = error instanceof AppError && error.cause instanceof Error ? ` (${error.cause.message})` : "";
    print(`${name}: ${error instanceof Error ? error.message : "failed"}${cause}`);
    process.exitCode = 1;
  }
}
