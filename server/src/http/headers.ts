import type { MiddlewareHandler } from "hono";

/** Scripts come from here only; styles may be written inline, since what people drag and size is placed by them. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A link's secret is in an address: no other site is told where somebody came from. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  // a file that somebody sent has a stricter one
  if (!context.res.headers.has("Content-Security-Policy")) context.header("Content-Security-Policy", POLICY);
  context.header("Referrer-Policy", "no-referrer");
  context.header("X-Content-Type-Options", "nosniff");
  context.header("Cross-Origin-Opener-Policy", "same-origin");
};

/** Answers of the API are about this moment and this person, unless they say otherwise. */
export const neverStored: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
};
