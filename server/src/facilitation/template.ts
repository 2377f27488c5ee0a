import type { Edit } from "@palabre/shared/documents";
import type { TemplateContents } from "@palabre/shared/facilitation";
import { newCardId, newLinkId, type CardId } from "@palabre/shared/terms";

/**
 * The edits that put a template's cards and links on an empty board; its posts go to listening.
 *
 * Every board gets ids of its own. Cards are born in the order of the template, a millisecond apart, the last one at `now`:
 * readers of the board, the keyboard and the text twin meet them in that order.
 */
export function templateEdits({ cards, links }: Pick<TemplateContents, "cards" | "links">, now: number): Edit[] {
  const ids = new Map(cards.map(({ key }) => [key, newCardId()]));
  const idOf = (key: string): CardId => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`A template names the card "${key}", which it does not hold`);
    return id;
  };
  return [
    ...cards.map(({ key, kind, position, text, in: frame, attributes }, index): Edit => {
      const framed = frame === undefined ? attributes : { ...attributes, frame: idOf(frame) };
      return {
        type: "addCard",
        id: idOf(key),
        kind,
        position,
        text,
        attributes: framed,
        at: now - cards.length + 1 + index,
      };
    }),
    ...links.map(({ from, to, ...drawn }): Edit => ({
      type: "addLink",
      id: newLinkId(),
      from: idOf(from),
      to: idOf(to),
      ...drawn,
      at: now,
    })),
  ];
}
