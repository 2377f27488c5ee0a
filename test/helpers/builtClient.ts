import { fileURLToPath } from "node:url";

/** Where `npm run build` leaves the pages. */
export const BUILT_CLIENT: string = fileURLToPath(new URL("../../client/dist", import.meta.url));
