import { AppError } from "@palabre/shared/errors";
import ipaddr from "ipaddr.js";

/** Ports on which the web is served; another may be a database, a mail server, a printer. */
export const WEB_PORTS: readonly number[] = [80, 443];

/** IPv6 that is routed on the internet is in here; all else is local, reserved, or an IPv4 address in disguise. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");

/**
 * Whether an address belongs to the public internet.
 *
 * What is not known to be public is refused. The library's `unicast` leaves out unspecified (0/8, ::), loopback, private,
 * link-local, carrier-grade NAT, multicast, benchmark, documentation and reserved ranges, and IPv6 that stands for an IPv4
 * address: mapped (::ffff:0:0/96), translated (64:ff9b::/96, 64:ff9b:1::/48), 6to4 (2002::/16), Teredo (2001::/32). It takes the
 * old IPv4-compatible form (::127.0.0.1) for unicast: that one is outside 2000::/3.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_UNICAST, 3) : true;
}

/** Whether the operator opened this host and port, as `host:port` (an IPv6 address in brackets). */
export const isAllowed = (url: URL, allow: readonly string[]): boolean =>
  allow.includes(`${url.hostname}:${portOf(url)}`);

const portOf = (url: URL): number => (url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port));

/**
 * The address to fetch, once it is known to be one that may be.
 *
 * A host written as a number in any of its forms (2130706433, 0x7f.1, 017700000001) is made plain by the URL parser; it is
 * judged here, because a connection to a literal address asks no resolver. Names are judged when they are resolved.
 * @param base what a redirect's address is relative to
 * @throws AppError `bad-address` with `reason` syntax, scheme, credentials or port; `private-address`
 */
export function checkAddress(
  written: string,
  options: { allow: readonly string[]; ports: readonly number[]; base?: string | undefined },
): URL {
  const url = URL.canParse(written, options.base) ? new URL(written, options.base) : undefined;
  if (!url) throw badAddress("syntax");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badAddress("scheme");
  if (url.username !== "" || url.password !== "") throw badAddress("credentials");
  if (isAllowed(url, options.allow)) return url;
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(literal) && !isPublicAddress(literal)) throw privateAddress();
  if (!options.ports.includes(portOf(url))) throw badAddress("port");
  return url;
}

const badAddress = (reason: "syntax" | "scheme" | "credentials" | "port"): AppError =>
  new AppError(
    "bad-address",
    `The address can't be fetched (${reason}); give one that begins with http:// or https://`,
    {
      details: { reason },
    },
  );

export const privateAddress = (): AppError =>
  new AppError("private-address", "The address leads into a private network; only public ones are fetched");
