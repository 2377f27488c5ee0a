import { isSame, type Waiting, type WaitingStore } from "./waiting.ts";

/** What holds in the place of what the device has under an id, up to that moment. Without `waiting` it is gone, although the device did not let go of it. */
interface Instead {
  readonly at: number;
  readonly waiting?: Waiting | undefined;
}

/**
 * A device may refuse while the page is open: it is full, or was never lasting. What it does not take is kept by the page instead, so that it is
 * shown and sent all the same, and `isLasting` says so for as long as something waits here.
 */
export function keptAnyway(device: WaitingStore): WaitingStore {
  const instead = new Map<string, Instead>();
  return {
    get isLasting() {
      return device.isLasting && [...instead.values()].every(({ waiting }) => waiting === undefined);
    },
    all: async () => {
      const there = (await device.all()).filter(({ id, at }) => at > (instead.get(id)?.at ?? Number.NEGATIVE_INFINITY));
      // another page of the device put something newer
      for (const { id } of there) instead.delete(id);
      return [...there, ...[...instead.values()].flatMap(({ waiting }) => waiting ?? [])];
    },
    put: async (waiting) => {
      try {
        await device.put(waiting);
        instead.delete(waiting.id);
      } catch {
        instead.set(waiting.id, { at: waiting.at, waiting });
      }
    },
    replace: async (was, by) => {
      const before = instead.get(was.id);
      if (before?.waiting && !isSame(before.waiting, was)) return;
      let next: Instead | undefined = { at: was.at, waiting: by };
      try {
        // the device may still have what was there before, which must not come back with the next page
        const isOlder = (each: Waiting): boolean => each.id === was.id && each.at <= was.at;
        const there = before?.waiting ? (await device.all()).find(isOlder) : was;
        if (there) await device.replace(there, by);
        if (there || !by) next = undefined;
      } catch {
        // it holds here, as long as the page lives
      }
      // something took its place meanwhile
      if (instead.get(was.id) !== before) return;
      if (next) instead.set(was.id, next);
      else instead.delete(was.id);
    },
    inTurn: (act) => device.inTurn(act),
  };
}
