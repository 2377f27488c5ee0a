/** Images of the board, for folders that lie one too deep to ask the house itself. */
export { fetchFile, keepFile } from "../api/index.ts";
