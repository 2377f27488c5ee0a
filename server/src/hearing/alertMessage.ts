import { createHmac, hkdfSync } from "node:crypto";
import type { AlertId, BoardId, RaisedAlert } from "@palabre/shared/terms";
import type { GuardedFetch } from "../listening/index.ts";

/** What a board's webhooks are signed with: made of the server's key, so that it is kept nowhere. */
export const alertSecret = (serverKey: Uint8Array, board: BoardId): string =>
  Buffer.from(hkdfSync("sha256", serverKey, new Uint8Array(), `palabre alerts of ${board}`, 32)).toString("hex");

/**
 * Tells of an alert by POST, signed as a delivery to a webhook of Palabre is: `x-palabre-signature` is "sha256=" and the HMAC of the
 * timestamp, a full stop and the body. Names of people and texts of posts are not sent.
 * @param signal ends it early
 * @throws AppError as the guarded fetch does
 */
export async function sendAlert(
  fetch: GuardedFetch,
  to: string,
  secret: string,
  alert: { readonly board: BoardId; readonly id: AlertId; readonly raised: RaisedAlert; readonly now: number },
  signal: AbortSignal,
): Promise<void> {
  const { board, id, raised, now } = alert;
  const message = { event: "alert", board, alert: id, ...raised };
  const timestamp = String(Math.floor(now / 1_000));
  const signature = createHmac("sha256", secret)
    .update(`${timestamp}.${JSON.stringify(message)}`)
    .digest("hex");
  await fetch(to, {
    json: message,
    signal,
    headers: { "x-palabre-timestamp": timestamp, "x-palabre-signature": `sha256=${signature}` },
  });
}
