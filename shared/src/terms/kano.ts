/** What an expectation is to people: must-be, performance, attractive, indifferent, reverse, questionable. */
export const KANO_CLASSES = ["M", "O", "A", "I", "R", "Q"] as const;
export type KanoClass = (typeof KANO_CLASSES)[number];
