/** What one came for is loaded first, and a short visit is no reason to keep anything. */
const AFTER_MS = 4_000;

/**
 * Keeps the built client on this device, so that boards that were seen before open without the network. It does nothing where the
 * browser forbids it, as in some private windows, or where the page is served by a development server.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = (): void =>
    void navigator.serviceWorker
      .register(new URL("serviceWorker.js", document.baseURI), { updateViaCache: "none" })
      .catch(() => undefined);
  setTimeout(register, AFTER_MS);
}
