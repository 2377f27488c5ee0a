import { useSyncExternalStore } from "react";
import type { BoardId } from "@palabre/shared/terms";
import { mayLeave } from "../ui/index.ts";
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

/** Where this page stands among those of its tab, which each of them bears: so it is known which way somebody went. */
let place = 0;
const placeOf = (state: unknown): number | undefined =>
  typeof state === "object" && state !== null && "place" in state && typeof state.place === "number"
    ? state.place
    : undefined;
/** One that bears none was come to by an address with another fragment. */
const placeNow = (): number => {
  const known = placeOf(history.state);
  if (known === undefined) history.replaceState({ place: place + 1 }, "");
  return known ?? place + 1;
};
const push = (address: string | URL): void => {
  place += 1;
  history.pushState({ place }, "", address);
};

/** The browser has gone already when it says so: who stays is brought back. */
const onMove = (): void => {
  const to = placeNow();
  if (to === place) return;
  if (!mayLeave()) return history.go(place - to);
  place = to;
  setRoute(readRoute(new URL(location.href), document.baseURI));
};

export const subscribeToRoute = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    place = placeNow();
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
  if (isReplacing) history.replaceState({ place }, "", address);
  else push(address);
  setRoute({ page: "board", boardId, secret, isNew });
};
export const goHome = (): void => {
  push(document.baseURI);
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
  push(link.href);
  setRoute(next);
};
