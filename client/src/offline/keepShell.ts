/** A server that is away is asked again after this. */
const AGAIN_MS = 30_000;

/**
 * Keeps the built client on this device, so that boards that were seen before open without the network. It does nothing where the
 * browser forbids it, as in some private windows, or where the page is served by a development server.
 */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const worker = new URL("serviceWorker.js", document.baseURI);
  // a browser complains loudly of a worker that it can't fetch: whether it is there is asked first
  const isThere = await fetch(worker, { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isThere) return void setTimeout(() => void keepShell(), AGAIN_MS);
  await navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => undefined);
}
