import { useSyncExternalStore } from "react";
import type { BoardId } from "@palabre/shared/terms";
import { boardPath, readRoute, type Route } from "./route.ts";

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

let route: Route | undefined;
/** The same object until the address changes. */
export const getRoute = (): Route => (route ??= readRoute(new URL(location.href), document.baseURI));
const setRoute = (next: Route): void => {
  route = next;
  tell();
};

export const subscribeToRoute = (listener: () => void): (() => void) => {
  const onMove = (): void => setRoute(readRoute(new URL(location.href), document.baseURI));
  if (listeners.size === 0) {
    addEventListener("popstate", onMove);
    document.addEventListener("click", onClick);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener("popstate", onMove);
    document.removeEventListener("click", onClick);
  };
};

export const useRoute = (): Route => useSyncExternalStore(subscribeToRoute, getRoute);

/** Opens a board. Its secret travels in memory: the address bar never shows it. */
export const goToBoard = (
  boardId: BoardId,
  secret?: string,
  { isNew = false, isReplacing = false }: { readonly isNew?: boolean; readonly isReplacing?: boolean } = {},
): void => {
  const address = new URL(boardPath(boardId), document.baseURI);
  // the way back does not lead to a code that was used
  if (isReplacing) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  setRoute({ page: "board", boardId, secret, isNew });
};
export const goHome = (): void => {
  history.pushState(null, "", document.baseURI);
  setRoute({ page: "home" });
};
/**
 * Plain links stay plain links (middle click, copy the address); a plain click on one of our pages changes the page without loading it
 * anew. A link to a part of this page is followed here: `<base>` would lead it to the home page.
 */
const onClick = (event: MouseEvent): void => {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!isPlain || event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return;
  if (link.target !== "" || link.hasAttribute("download")) return;
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#")) {
    event.preventDefault();
    document.querySelector<HTMLElement>(`[id="${CSS.escape(href.slice(1))}"]`)?.focus();
    return;
  }
  const next = readRoute(new URL(link.href), document.baseURI);
  if (next.page === "nowhere") return;
  // what would be lost with this page is asked about by the browser, which does so only where it leads to another one itself
  if (!dispatchEvent(new Event("beforeunload", { cancelable: true }))) return;
  event.preventDefault();
  if (next.page === "home") return goHome();
  if (next.page === "board") return goToBoard(next.boardId, next.secret);
  history.pushState(null, "", link.href);
  setRoute(next);
};
