import type { Peer } from "./client.ts";

/** Resolves with the code and the reason of a final close. */
export const refusalOf = (peer: Peer): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) => peer.provider.on("closed", ({ code, reason }) => resolve({ code, reason })));
