/** This page among the tabs of its browser. */
export interface Tab {
  readonly name: string;
  /** Whether a tab of that name is open. False where the browser can't tell (no HTTPS): what it left is then taken over. */
  readonly isOpen: (name: string) => Promise<boolean>;
  close(): void;
}

/** A page that is just being left, by a reload for one, holds its lock a moment longer. */
const LEAVING_MS = 300;
const lockOf = (name: string) => `palabre/tab/${name}`;

export function openTab(): Tab {
  const name = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  // only pages from a safe origin have it, whatever its type says
  const locks = navigator.locks as LockManager | undefined;
  let close = () => {};
  const isOver = new Promise<void>((resolve) => (close = resolve));
  void locks?.request(lockOf(name), () => isOver);
  return {
    name,
    isOpen: async (other) => {
      if (!locks || other === name) return false;
      const signal = AbortSignal.timeout(LEAVING_MS);
      return locks.request(lockOf(other), { signal }, () => false).catch(() => true);
    },
    close,
  };
}
