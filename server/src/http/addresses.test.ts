import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { senderAtHead } from "./addresses.ts";

function senderOf(remoteAddress: string, forwardedFor: string | undefined): string {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
  const incoming = new IncomingMessage(socket);
  if (forwardedFor !== undefined) incoming.headers["x-forwarded-for"] = forwardedFor;
  return senderAtHead(incoming);
}

it("[A16] a machine is the one that the proxy beside the server named last; where it named none, the proxy itself", () => {
  const named = ["203.0.113.7", "198.51.100.1, 203.0.113.7", " 203.0.113.7 "];
  expect(named.map((list) => senderOf("::ffff:10.0.0.1", list))).toEqual(named.map(() => "203.0.113.7"));
  const none = [undefined, "", "203.0.113.7,", "203.0.113.7, "];
  expect(none.map((list) => senderOf("10.0.0.1", list))).toEqual(none.map(() => "10.0.0.1"));
  expect(senderOf("198.51.100.1", "203.0.113.7")).toBe("198.51.100.1");
});
