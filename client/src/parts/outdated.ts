const listeners = new Set<() => void>();
let isOutdated = false;

/**
 * Whether the server has another build than the one this page came with: it keeps no files of an older one, so what the page has not fetched by
 * now never comes. True for good once it is.
 */
export const outdated = {
  get: (): boolean => isOutdated,
  tell: (): void => {
    if (isOutdated) return;
    isOutdated = true;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
