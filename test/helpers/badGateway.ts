import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a proxy says in the place of a server that is gone, to whatever it is asked. Gives its port; it is closed when the test ends. */
export async function openBadGateway(): Promise<number> {
  const gateway = createServer((_request, response) => {
    response.writeHead(502, { "content-type": "text/html" }).end("<h1>502 Bad Gateway</h1>");
  });
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    gateway.closeAllConnections();
    gateway.close();
  });
  return (gateway.address() as AddressInfo).port;
}
