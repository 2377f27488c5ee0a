/**
 * Runs beside the pages of this place and answers for the network when it is gone. The built client is kept whole, one cache for each
 * build; what people write is not its business: that is in the documents' own storage.
 *
 * - A page is asked of the server first, so that who is connected always has the newest; after a while, without a network, or where only a
 *   proxy answers, it is the kept one.
 * - What has a hash in its name never changes: it is taken from the cache. What is not in it, an added language, is put there once it was asked for.
 * - The API and the documents go to the server and nowhere else.
 *
 * It waits until no page of the last build is open before it takes over, so no page loses the files it may still fetch.
 */

/** both are written in when the client is built */
declare const SHELL_FILES: readonly string[];
declare const SHELL_BUILD: string;

interface WaitingEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  addEventListener(type: "install" | "activate", listener: (event: WaitingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
}
const worker = self as unknown as Worker;

const PREFIX = `shell ${worker.registration.scope} `;
const CACHE = PREFIX + SHELL_BUILD;
/** The phone's page has its own addresses. */
const pageOf = (path: string): string =>
  new URL(/^p(?:\/|$)/.test(path) ? "pocket.html" : "index.html", worker.registration.scope).href;
/** a network that takes longer for a page is as good as none */
const PATIENCE_MS = 4_000;

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(
    SHELL_FILES.map((file) => {
      const address = new URL(file, worker.registration.scope);
      return file.startsWith("assets/") ? new Request(address) : new Request(address, { cache: "reload" });
    }),
  );
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** Undefined: the browser does as if nobody was here. */
function answerTo(event: RequestEvent): Promise<Response> | undefined {
  const { request } = event;
  const { scope } = worker.registration;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return undefined;
  const [path = ""] = request.url.slice(scope.length).split(/[?#]/);
  if (/^(?:api|sync|healthz)(?:\/|$)/.test(path)) return undefined;
  if (path.startsWith("assets/")) return kept(request).then((found) => found ?? fetchAndKeep(event));
  if (request.mode === "navigate") return freshPage(request, pageOf(path));
  return SHELL_FILES.includes(path) ? freshFile(request) : undefined;
}

async function kept(request: Request | string): Promise<Response | undefined> {
  // a device whose storage is broken or taken away keeps nothing, and the network is there all the same
  return caches.match(request, { cacheName: CACHE, ignoreVary: true, ignoreSearch: true }).catch(() => undefined);
}

async function fetchAndKeep(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const answer = await fetch(request);
  // where it finds no room, the page is no worse off than without it
  if (answer.ok) event.waitUntil(keep(request, answer.clone()).catch(() => undefined));
  return answer;
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.put(request, answer);
}

async function freshPage(request: Request, page: string): Promise<Response> {
  const asked = fetch(request);
  const waited = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = await Promise.race([asked, waited]).catch(() => undefined);
  if (answer && !isOfNobody(answer)) return answer;
  return (await kept(page)) ?? answer ?? asked;
}

async function freshFile(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && !isOfNobody(answer)) return answer;
  return (await kept(request)) ?? answer ?? Response.error();
}

/** What a proxy says for a server that is not there, and a server that is just leaving. */
const isOfNobody = ({ status }: Response): boolean => status === 502 || status === 503 || status === 504;
