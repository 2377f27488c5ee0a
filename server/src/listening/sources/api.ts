import { AppError } from "@palabre/shared/errors";
import type { SourceSettings } from "@palabre/shared/terms";
import { z } from "zod";
import type { Fetched } from "../guardedFetch.ts";
import { askedPause } from "../pause.ts";
import type { World } from "./kind.ts";

/** What the kinds share that ask an interface for JSON. */

const LENGTH = 2_000;

export interface Asked<T> {
  readonly body: T;
  readonly reply: Fetched;
  /** for how long nothing more may be asked; 0 when something may */
  readonly waitMs: number;
}
export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly json?: unknown;
  readonly answers?: readonly number[] | undefined;
  readonly etag?: string | undefined;
}

/**
 * Asks for JSON of a form. Headers, with whatever proves who asks, go to the origin of `url` alone.
 * @throws AppError as the guarded fetch does; `source-credentials` for who may not, `source-busy` for what is asked too often,
 *   `source-answer` for what is not of that form
 */
export async function askJson<T>(
  { fetch, signal, now }: World,
  url: string | URL,
  schema: z.ZodType<T>,
  options: AskOptions = {},
): Promise<Asked<T>> {
  const reply = await fetch(String(url), { accept: "application/json", signal, ...options }).catch((error: unknown) => {
    throw error instanceof AppError ? toReason(error) : error;
  });
  const waitMs = askedPause(reply.header, now) * 1_000;
  return { body: parseAs(schema, reply), reply, waitMs };
}

/**
 * A list of which single items may be of another form: a deleted account, a kind of post that is newer than this code. They are passed
 * over, but a list of nothing else is none.
 */
export const listOf = <T>(item: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(z.unknown()).transform((items, context) => {
    const read = items.flatMap((one) => {
      const parsed = item.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
    if (items.length > 0 && read.length === 0) context.addIssue({ code: "custom", message: "no item is as expected" });
    return read;
  });

/** The body in its form. @throws AppError `source-answer` */
function parseAs<T>(schema: z.ZodType<T>, { body, status }: Fetched): T {
  const parsed = schema.safeParse(status === 304 ? undefined : jsonOf(body));
  if (!parsed.success) throw wrongAnswer(parsed.error.issues[0]?.path.map(String).slice(0, 4).join(".") ?? "");
  return parsed.data;
}
function jsonOf(body: Uint8Array): unknown {
  const read = jsonIn(Buffer.from(body).toString("utf8"));
  if (read === undefined) throw wrongAnswer("json");
  return read;
}
/** What a text of JSON says; undefined for a text that is none: a stream's heartbeat, a page. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
export const wrongAnswer = (at: string): AppError =>
  new AppError("source-answer", "What answered is not of the form that this kind of source has", { details: { at } });

function toReason(fault: AppError): AppError {
  const { status, retryAfterSeconds } = fault.details;
  if (fault.code !== "source-status") return fault;
  if (status === 429 || (status === 403 && retryAfterSeconds !== undefined)) {
    return new AppError("source-busy", "The source is asked too often", { details: fault.details });
  }
  return status === 401 || status === 403 ? noCredentials({ status }) : fault;
}

export const noCredentials = (details: { readonly status: number } | { readonly reason: "missing" }): AppError =>
  new AppError("source-credentials", "The source does not let this be read without another secret", { details });

/** A field that this kind needs, for what was asked of it. */
export const missing = (field: string): AppError =>
  new AppError("bad-request", `the value at "${field}" is missing`, { details: { path: field, problem: "missing" } });

/** Whether a source answered that there is no such thing (any more). */
export const isMissing = (error: unknown): boolean =>
  error instanceof AppError && error.code === "source-status" && [404, 410].includes(Number(error.details["status"]));

/**
 * The origin of a server, and the path that it lies under, as people write them: `mastodon.social`, `https://forum.org/talk/`.
 * @throws AppError `bad-address`
 */
export function toServer(written: string): string {
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(full) || full.length > LENGTH) throw badAddress("syntax");
  const url = new URL(full);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw badAddress("scheme");
  if (url.username !== "" || url.password !== "") throw badAddress("credentials");
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
export const badAddress = (reason: string): AppError =>
  new AppError("bad-address", `The address is none that can be read (${reason})`, { details: { reason } });

/** What was asked for, without what has a place of its own in a source's record. */
export function toSettings(asked: object): SourceSettings {
  const own = new Set(["kind", "name", "intervalMinutes", "secret"]);
  return Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => !own.has(key) && value !== undefined && value !== ""),
  ) as SourceSettings;
}
/** A field of the settings that is a text; empty where there is none. */
export const settingOf = ({ settings }: { readonly settings?: SourceSettings | undefined }, key: string): string => {
  const value = settings?.[key];
  return typeof value === "string" ? value : "";
};

/** A text that is no HTML, as one that is: what looks like a tag is what somebody wrote. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Epoch milliseconds of a date as interfaces write it; undefined for none. */
export function timeOf(date: string | null | undefined): number | undefined {
  const at = Date.parse(date ?? "");
  return Number.isNaN(at) ? undefined : at;
}
