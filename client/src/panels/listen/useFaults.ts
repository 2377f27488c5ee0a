import { useEffect, useRef, useState, type RefObject } from "react";

/** What is wrong in a form, by the name of its field; "" is what no field is about. */
export type Faults = Readonly<Record<string, string>>;

export interface FormFaults {
  readonly drawn: RefObject<HTMLFormElement | null>;
  readonly faults: Faults;
  readonly refuse: (found: Faults) => void;
  /** what is being mended is wrong no more, until it is asked again */
  readonly mend: (names: readonly string[]) => void;
  readonly clear: () => void;
}

/** The faults of a form. The keyboard goes to the first: it is read out and stands in view, in a form longer than the screen too. */
export function useFaults(): FormFaults {
  const drawn = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) drawn.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);
  return {
    drawn,
    faults,
    refuse: (found) => {
      setFaults(found);
      setRefusals((n) => n + 1);
    },
    mend: (names) => setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !names.includes(name)))),
    clear: () => setFaults({}),
  };
}
