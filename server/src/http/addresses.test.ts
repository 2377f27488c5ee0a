import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { networkOf, senderAtHead } from "./addresses.ts";

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

it("[A32] of an IPv6 address the network counts", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe(networkOf("2001:db8:1:2::1"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
});

it("[A48] an IPv4 address is the same network in either notation, and what is no address counts as it is written", () => {
  expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
  expect(networkOf("::ffff:cb00:7108")).toBe("203.0.113.8");
  expect(networkOf("unknown")).toBe("unknown");
});
