import { runCommand } from "./command.ts";
import { backUp } from "./operations/index.ts";

await runCommand("backup", async (folder, dataDir) => {
  const { schemas, files, hasKey } = await backUp(dataDir, folder, Date.now);
  return [
    ...Object.entries(schemas).map(([name, schema]) => `${name}: schema ${schema}, read through and whole`),
    `files: ${files}`,
    hasKey
      ? "key: copied; who has it can make every link"
      : "key: none here; a server over this needs the same SECRET_KEY",
    `The backup is in ${folder}`,
  ];
});
