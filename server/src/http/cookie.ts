import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { SESSION_MS } from "../access/index.ts";
import type { PublicAddress } from "./addresses.ts";

/** The one cookie of a device, for all its boards. */
export const DEVICE_COOKIE = "palabre_device";

/** Scripts can't read it, other sites can't use it, and it goes to no other application on the same host. */
export function giveCookie(context: Context, { publicUrl, basePath }: PublicAddress, value: string): void {
  setCookie(context, DEVICE_COOKIE, value, {
    httpOnly: true,
    sameSite: "Lax",
    secure: publicUrl?.startsWith("https:") ?? false,
    path: basePath === "" ? "/" : basePath,
    maxAge: SESSION_MS / 1_000,
  });
}

/** The sessions behind the cookie slide, so the cookie does too. */
export function keepCookie(context: Context, address: PublicAddress): void {
  const value = getCookie(context, DEVICE_COOKIE);
  if (value !== undefined) giveCookie(context, address, value);
}
