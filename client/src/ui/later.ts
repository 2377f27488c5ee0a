import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { untilFetched } from "../parts/index.ts";

/**
 * A part of the page that is fetched after it, as React's own `lazy`. One that can't be fetched now is asked for again and again: what is
 * on the screen goes on without it meanwhile instead of falling with it.
 */
export const later = <Props>(fetch: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({ default: await untilFetched(fetch) }));
