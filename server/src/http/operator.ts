import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "@palabre/shared/errors";
import type { Context, Hono } from "hono";
import type { Figures } from "../operations/index.ts";
import { neverStored } from "./headers.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { preferredLanguage, STATUS_POLICY, statusPage } from "./status/index.ts";

/** What is shown to whoever has the operator's key. */
export interface Operator {
  readonly key: string;
  figures(): Promise<Figures>;
  /** in the text format of Prometheus */
  metrics(): Promise<string>;
}

/** As Prometheus names its text format. */
const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** @param deps.operator undefined: there is no such address */
export function mountOperator(app: Hono, deps: { operator: Operator | undefined }): void {
  app.use(ROUTES.metrics.path, neverStored);
  mount(app, ROUTES.metrics, async (context) => {
    const operator = admit(context, deps.operator);
    return context.body(await operator.metrics(), 200, { "Content-Type": METRICS_TYPE });
  });
  app.use(ROUTES.status.path, neverStored);
  mount(app, ROUTES.status, async (context) => {
    const operator = admit(context, deps.operator);
    const language = preferredLanguage(context.req.header("accept-language"));
    return context.body(await statusPage(await operator.figures(), language), 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Content-Security-Policy": STATUS_POLICY,
      Vary: "Accept-Language",
    });
  });
}

/**
 * The key is asked for as a bearer's token, or as a password with any name, which is what browsers can.
 * @throws AppError `unknown-route` where there is no key, `no-session` where it is not given
 */
function admit(context: Context, operator: Operator | undefined): Operator {
  if (!operator) throw new AppError("unknown-route", "there is nothing at this address: see /api/openapi.json");
  const given = keyIn(context.req.header("authorization") ?? "");
  if (given !== undefined && isSame(given, operator.key)) return operator;
  context.header("WWW-Authenticate", 'Basic realm="Palabre", charset="UTF-8"');
  throw new AppError(
    "no-session",
    "this address asks for the operator's key: send it as a bearer's token or as the password",
  );
}

function keyIn(authorization: string): string | undefined {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S.*)$/i.exec(authorization.trim()) ?? [];
  if (scheme === "") return undefined;
  if (scheme.toLowerCase() === "bearer") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.includes(":") ? pair.slice(pair.indexOf(":") + 1) : undefined;
}

/** Digests have one length, so that the time it takes says nothing, not even how long the key is. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
