import type { Card } from "@palabre/shared/terms";

/**
 * What is drawn with, as it stands in the attribute `colour`: names of the house, which are light on dark and dark on light. The colours of
 * signs and of people are left out, since they mean something; ink is the colour of what says none.
 */
export const PEN_COLOURS = ["ink", "expectation", "factor", "strategy"] as const;
export type PenColour = (typeof PEN_COLOURS)[number];

/** A colour as CSS, for a line or for letters; undefined: ink, also for what is no name of a colour. */
export const inkOf = (colour: string | undefined, of: "line" | "ink" = "line"): string | undefined =>
  /^(expectation|factor|strategy)$/.test(colour ?? "") ? `var(--${colour}-${of})` : undefined;

/** Whether a card is drawn in a colour of its own: lines by hand, words without paper, shapes. */
export const isDrawn = ({ kind, attributes }: Pick<Card, "kind" | "attributes">): boolean =>
  kind === "drawing" || attributes.shape !== undefined;
