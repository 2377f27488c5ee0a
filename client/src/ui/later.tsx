import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { untilFetched } from "../parts/index.ts";

/**
 * A part of the page that is fetched after it. One that can't be fetched now is asked for again and again: what is on the screen goes on
 * without it meanwhile instead of falling with it. Each waits by itself: two that shared one boundary would hide each other, and a dialog
 * that is hidden for a moment loses the keyboard.
 * @param Meanwhile  what stands in its place until then; nothing when it is left out
 */
export const later = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType,
): ComponentType<Props> => {
  const Part = lazy(async () => ({ default: await untilFetched(fetch) }));
  const Later = (props: Props): ReactNode => (
    <Suspense fallback={Meanwhile && <Meanwhile />}>{createElement<Props>(Part, props)}</Suspense>
  );
  return Later;
};
