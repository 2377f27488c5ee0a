import { runCommand } from "./command.ts";
import { backUp } from "./operations/index.ts";

await runCommand("backup", async (folder, dataDir, where) => {
  const { schemas, damaged, files, hasKey, isKeyUnsure } = await backUp(dataDir, folder, Date.now, where);
  // whoever runs it by a clock keeps the backups of before
  if (Object.keys(damaged).length > 0) process.exitCode = 1;
  return [
    ...Object.entries(schemas).map(([name, schema]) =>
      damaged[name] === undefined
        ? `${name}: schema ${schema}, read through and whole`
        : `${name}: schema ${schema}, copied, but ${damaged[name]} of its records are damaged in DATA_DIR too: keep the backups of before`,
    ),
    ...(where.databaseUrl !== undefined ? ["boards and posts: in Postgres, dump it too"] : []),
    damaged["files"] === undefined
      ? `files: ${files}`
      : `files: ${files}, but ${damaged["files"]} of them are damaged in DATA_DIR too: keep the backups of before`,
    hasKey
      ? "key: copied; who has it can make every link"
      : "key: none here; a server over this needs the same SECRET_KEY",
    ...(isKeyUnsure ? ["key: the database could not be asked for one that servers share; its dump has it then"] : []),
    `The backup is in ${folder}`,
  ];
});
