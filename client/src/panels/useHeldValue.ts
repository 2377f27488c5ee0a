import { useState } from "react";

/**
 * A value that stands still while the field that shows it has the focus, so that somebody else's change does not overwrite what is
 * being typed. What the person sets themselves shows at once.
 */
export function useHeldValue<T>(value: T): {
  readonly shown: T;
  readonly hold: () => void;
  readonly release: () => void;
  readonly set: (value: T) => void;
} {
  const [held, setHeld] = useState<{ readonly value: T }>();
  return {
    shown: held === undefined ? value : held.value,
    hold: () => setHeld({ value }),
    release: () => setHeld(undefined),
    set: (next) => setHeld((current) => current && { value: next }),
  };
}
