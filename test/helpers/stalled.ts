import { once } from "node:events";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import type { ServerAddress } from "./startServer.ts";

/**
 * Sends the first half of a body, and waits.
 * @returns once the server is answering it; sends the rest, and gives what was answered
 */
export async function stall(
  { url }: Pick<ServerAddress, "url">,
  method: string,
  path: string,
  asked: { readonly session: string; readonly body: string | Buffer; readonly type?: string },
): Promise<() => Promise<{ readonly status: number; readonly body: unknown }>> {
  const { session, body, type = "application/json" } = asked;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const sending = request(`${url}${path}`, {
    method,
    agent: false,
    headers: {
      authorization: `Bearer ${session}`,
      "content-type": type,
      "content-length": bytes.length,
      expect: "100-continue",
    },
  });
  const answered = new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    sending.on("error", reject);
    sending.on("response", (response) => {
      const { statusCode: status = 0 } = response;
      if (status === 204) resolve({ status, body: undefined });
      else json(response).then((body) => resolve({ status, body }), reject);
    });
  });
  sending.flushHeaders();
  await once(sending, "continue");
  const half = Math.floor(bytes.length / 2);
  sending.write(bytes.subarray(0, half));
  return () => {
    sending.end(bytes.subarray(half));
    return answered;
  };
}
