import { AppError } from "@palabre/shared/errors";

/** Bodies that are read into memory whole, as long as they are on their way and until they are kept. */
export interface HeldBodies {
  /**
   * Does what reads and keeps a body of at most so many bytes.
   * @throws AppError `too-many` when its sender, or all senders together, have as much under way as they may: then nothing was read
   */
  hold<T>(sender: string, bytes: number, task: () => Promise<T>): Promise<T>;
}

export function createHeldBodies(limits: { readonly perSender: number; readonly bytes: number }): HeldBodies {
  const underWay = new Map<string, number>();
  let held = 0;
  return {
    hold: async (sender, bytes, task) => {
      const own = underWay.get(sender) ?? 0;
      if (own >= limits.perSender || held + bytes > limits.bytes)
        throw new AppError("too-many", "too many files are on their way at once: send this one when they have arrived");
      underWay.set(sender, own + 1);
      held += bytes;
      try {
        return await task();
      } finally {
        held -= bytes;
        const left = (underWay.get(sender) ?? 1) - 1;
        if (left > 0) underWay.set(sender, left);
        else underWay.delete(sender);
      }
    },
  };
}
