import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { AppError } from "@palabre/shared/errors";
import type { Context, Hono } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};
/** What is told its place: the page of all addresses but those of phones, and theirs. */
const PAGES: ReadonlySet<string> = new Set(["index.html", "pocket.html"]);
const IS_TEXT = /text|json|svg/;

interface Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
  readonly tag: string;
  readonly caching: string;
}
/** The built client by path, in memory: a path that is not in here is no file, however it is spelled. */
export type Pages = ReadonlyMap<string, Page>;

const compress = promisify(gzip);

/**
 * Reads the built client. The page is told its own place by `<base>`, so that one build serves any BASE_PATH.
 * @returns empty when it was not built
 */
export async function readPages(folder: string, basePath: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pages = await Promise.all(
    files.map(async (file): Promise<[string, Page]> => {
      const path = relative(folder, file).split(sep).join("/");
      const raw = await readFile(file);
      const bytes = PAGES.has(path) ? Buffer.from(withBase(raw.toString("utf8"), basePath)) : raw;
      return [path, await toPage(path, new Uint8Array(bytes))];
    }),
  );
  return new Map(pages);
}

const withBase = (html: string, basePath: string) =>
  html.replace(/<head(\s[^>]*)?>/, (head) => `${head}<base href="${basePath}/">`);

async function toPage(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Page> {
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  return {
    bytes,
    gzipped: IS_TEXT.test(type) ? new Uint8Array(await compress(bytes)) : undefined,
    type,
    tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    // names under assets/ hold a hash of their contents
    caching: path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  };
}

/** Files where they lie; the phone's page under `p`, the one page for every other address, which the client reads itself. */
export function mountPages(app: Hono, pages: Pages, basePath: string): void {
  app.get("*", (context) => {
    const path = context.req.path.slice(basePath.length + 1);
    const file = pages.get(path === "" ? "index.html" : path);
    if (file) return send(context, file);
    const index = pages.get(/^p(?:\/|$)/.test(path) ? "pocket.html" : "index.html");
    const isFile = path.startsWith("assets/") || extname(path) !== "";
    if (index && !isFile) return send(context, index);
    throw new AppError("unknown-route", "there is nothing at this address");
  });
}

function send(context: Context, page: Page): Response {
  const headers = { "Content-Type": page.type, "Cache-Control": page.caching, ETag: page.tag, Vary: "Accept-Encoding" };
  if (context.req.header("if-none-match")?.includes(page.tag)) return context.body(null, 304, headers);
  if (page.gzipped && /\bgzip\b/.test(context.req.header("accept-encoding") ?? ""))
    return context.body(page.gzipped, 200, { ...headers, "Content-Encoding": "gzip" });
  return context.body(page.bytes, 200, headers);
}
