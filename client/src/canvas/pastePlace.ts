import type { Pair } from "@palabre/shared/terms";

/** By the event that a menu made, and by no other: what is pasted later comes where its own hand is. */
const asked = new WeakMap<Event, Pair>();

/** Says where on the board a menu asked to paste. */
export const askPlace = (paste: Event, at: Pair): void => void asked.set(paste, at);

/** Where on the board what is pasted was asked for; undefined for what the keys paste. */
export const placeAsked = (paste: Event): Pair | undefined => asked.get(paste);
