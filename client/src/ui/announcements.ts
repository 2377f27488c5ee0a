/** What is said to who listens to the screen: `polite` waits for a pause, `assertive` interrupts (phase, time, connection lost). */
export type Urgency = "polite" | "assertive";
type Listener = (text: string) => void;

/** Milliseconds between two polite sentences: other people's changes come in crowds, and the latest says enough. */
const PAUSE_MS = 3_000;

export interface Announcements {
  readonly announce: (text: string, urgency?: Urgency) => void;
  readonly subscribe: (urgency: Urgency, listener: Listener) => () => void;
  /** the last sentence that was said; undefined before the first */
  readonly last: () => string | undefined;
}

/**
 * Hands sentences to the two live regions. An assertive one goes at once. A polite one goes at once when the last is old enough, else it
 * waits, and a newer one takes its place.
 */
export const createAnnouncements = (
  clock: { readonly now: () => number; readonly after: (ms: number, act: () => void) => void } = {
    now: () => Date.now(),
    after: (ms, act) => void setTimeout(act, ms),
  },
): Announcements => {
  const listeners: Readonly<Record<Urgency, Set<Listener>>> = { polite: new Set(), assertive: new Set() };
  let saidAt = Number.NEGATIVE_INFINITY;
  let waiting: string | undefined;
  let last: string | undefined;

  const say = (text: string, urgency: Urgency): void => {
    if (urgency === "polite") saidAt = clock.now();
    last = text;
    for (const listener of listeners[urgency]) listener(text);
  };
  return {
    announce: (text, urgency = "polite") => {
      const left = saidAt + PAUSE_MS - clock.now();
      if (urgency === "assertive" || (left <= 0 && waiting === undefined)) return say(text, urgency);
      if (waiting === undefined) {
        clock.after(left, () => {
          const latest = waiting;
          waiting = undefined;
          if (latest !== undefined) say(latest, "polite");
        });
      }
      waiting = text;
    },
    subscribe: (urgency, listener) => {
      listeners[urgency].add(listener);
      return () => listeners[urgency].delete(listener);
    },
    last: () => last,
  };
};

/** The page's own. */
export const announcements: Announcements = createAnnouncements();
export const announce = (text: string, urgency: Urgency = "polite"): void => announcements.announce(text, urgency);
/** Says the last sentence again: what one missed can't be read anywhere. */
export function announceAgain(): void {
  const last = announcements.last();
  if (last !== undefined) announcements.announce(last, "assertive");
}
