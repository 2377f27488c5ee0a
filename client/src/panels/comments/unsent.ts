/** What was written and not sent, by the card or link, or the comment that it answers; as long as the page is open. */
const unsent = new Map<string, string>();

export const unsentOn = (thing: string): string => unsent.get(thing) ?? "";

export function keepUnsent(thing: string, text: string): void {
  if (text === "") unsent.delete(thing);
  else unsent.set(thing, text);
}
