/** What is said to who listens to the screen: `polite` waits for a pause, `assertive` interrupts (phase, time, connection lost). */
export type Urgency = "polite" | "assertive";
/** `kept`: politely as well, and no other takes its place while it waits: what came of a person's own deed, a fault, the time of a step. */
export type Manner = Urgency | "kept";
type Listener = (text: string) => void;

/** Milliseconds between two polite sentences: other people's changes come in crowds, and the latest says enough. */
const PAUSE_MS = 3_000;

export interface Announcements {
  readonly announce: (text: string, manner?: Manner) => void;
  readonly subscribe: (urgency: Urgency, listener: Listener) => () => void;
  /** the last sentence that was said; undefined before the first */
  readonly last: () => string | undefined;
}

/**
 * Hands sentences to the two live regions. An assertive one goes at once. A polite one goes at once when the last is old enough, else it
 * waits, and a newer one takes its place; those that are kept wait in order, before it.
 */
export const createAnnouncements = (
  clock: { readonly now: () => number; readonly after: (ms: number, act: () => void) => void } = {
    now: () => Date.now(),
    after: (ms, act) => void setTimeout(act, ms),
  },
): Announcements => {
  const listeners: Readonly<Record<Urgency, Set<Listener>>> = { polite: new Set(), assertive: new Set() };
  let saidAt = Number.NEGATIVE_INFINITY;
  const kept: string[] = [];
  let latest: string | undefined;
  let last: string | undefined;
  let isWaiting = false;

  const say = (text: string, urgency: Urgency): void => {
    if (urgency === "polite") saidAt = clock.now();
    last = text;
    for (const listener of listeners[urgency]) listener(text);
  };
  const sayNext = (): void => {
    isWaiting = false;
    let next = kept.shift();
    if (next === undefined) [next, latest] = [latest, undefined];
    if (next !== undefined) say(next, "polite");
    if (kept.length > 0 || latest !== undefined) wait();
  };
  const wait = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    clock.after(saidAt + PAUSE_MS - clock.now(), sayNext);
  };
  return {
    announce: (text, manner = "polite") => {
      if (manner === "assertive") return say(text, manner);
      if (!isWaiting && saidAt + PAUSE_MS <= clock.now()) return say(text, "polite");
      if (manner === "polite") latest = text;
      // pressed again and again, it is still one thing to say
      else if (!kept.includes(text)) kept.push(text);
      wait();
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
export const announce = (text: string, manner: Manner = "polite"): void => announcements.announce(text, manner);
/** Says the last sentence again: what one missed can't be read anywhere. */
export function announceAgain(): void {
  const last = announcements.last();
  if (last !== undefined) announcements.announce(last, "assertive");
}
