import { runCommand } from "./command.ts";
import { restore } from "./operations/index.ts";

await runCommand("restore", async (folder, dataDir, where) => {
  const { at, files, hasKey } = await restore(folder, dataDir, where);
  return [
    `${dataDir} now holds what was acknowledged by ${new Date(at).toISOString()}, with ${files} files`,
    hasKey
      ? "Start the server: links and sessions are as they were"
      : "Start the server with the same SECRET_KEY as before",
  ];
});
