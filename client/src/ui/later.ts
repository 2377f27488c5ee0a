import { lazy, type ComponentType, type LazyExoticComponent } from "react";

const AGAIN_MS = 2_000;

/**
 * A part of the page that is fetched after it, as React's own `lazy`. One that can't be fetched now is asked for again and again: the server
 * may be gone for a while, and what is on the screen goes on without it meanwhile instead of falling with it.
 */
export const later = <Props>(fetch: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({ default: await untilFetched(fetch) }));

async function untilFetched<Part>(fetch: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await fetch();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
