import { AppError } from "@palabre/shared/errors";
import { prepareKey } from "./access/index.ts";
import { moveFiles, mustReadFiles } from "./files/index.ts";
import { createLog } from "./log.ts";
import { moveBoards } from "./stores/index.ts";

// Copies boards between a data folder and a database, both ways, while no server runs:
//
//     DATABASE_URL=postgres://… npm run move -- data DATABASE_URL
//
// An address can be given in the place of its name, but what runs a command shows it, with its password.

const log = createLog("info");
const [from, to, ...rest] = process.argv
  .slice(2)
  .map((place) => (place === "DATABASE_URL" ? process.env["DATABASE_URL"] : place));
if (from === undefined || to === undefined || rest.length > 0 || from === to) {
  log.error({}, "name two places, a data folder and the database of DATABASE_URL: npm run move -- data DATABASE_URL");
  process.exit(2);
}
try {
  await mustReadFiles(from);
  const moveKey = await prepareKey(from, to);
  const moved = await moveBoards(from, to, {
    onBoard: (board) => log.info({ board }, "written and read back"),
    last: async () => {
      await moveFiles(from, to, { isHeld: true });
      await moveKey();
    },
  });
  log.info(
    { ...moved },
    "all boards are kept there too, with their posts, images and key; where they came from nothing has changed",
  );
} catch (error) {
  log.error({ error }, error instanceof AppError ? `nothing was copied: ${error.message}` : "nothing was copied");
  process.exit(1);
}
