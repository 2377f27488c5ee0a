/** Colours of the theme as a canvas takes them, each worked out once: to ask for one makes the page work out its styles. */
export type Inks = (colour: string) => string;

/** @param element wears each colour for a moment, so that the page says what it is here */
export function createInks(element: HTMLElement): Inks {
  const known = new Map<string, string>();
  return (colour) => {
    const ink = known.get(colour);
    if (ink !== undefined) return ink;
    element.style.color = colour;
    const found = getComputedStyle(element).color;
    element.style.color = "";
    known.set(colour, found);
    return found;
  };
}

/** Kinds with a colour of their own; all others are drawn as notes. */
const COLOURED: ReadonlySet<string> = new Set(["expectation", "factor", "strategy", "quote", "note"]);
/** The colour of a card that is drawn as a block. */
export const blockColour = (kind: string): string => `var(--${COLOURED.has(kind) ? kind : "note"}-block)`;
