import type { Edit } from "@palabre/shared/documents";
import type { TemplateCard, TemplateContents } from "@palabre/shared/facilitation/library";
import { newCardId, newLinkId, newPhaseId, type CardId, type Phase } from "@palabre/shared/terms";

/** The id of a template's card, by its key. @throws RangeError for a key that no card has */
type IdOf = (key: string) => CardId;

/** What a board made from a template begins with, besides its posts, which go to listening. Every board gets ids of its own. */
export function fillTemplate(
  { cards, links, agenda }: Pick<TemplateContents, "cards" | "links" | "agenda">,
  now: number,
): { readonly edits: readonly Edit[]; readonly phases: readonly Phase[] } {
  const idOf = giveIds(cards);
  return {
    edits: [...cardEdits(cards, idOf, now), ...linkEdits(links, idOf, now)],
    phases: agenda.map(({ look, ...facts }) => ({
      id: newPhaseId(),
      ...facts,
      ...(look === undefined ? {} : { look: idOf(look) }),
    })),
  };
}

function giveIds(cards: readonly TemplateCard[]): IdOf {
  const ids = new Map(cards.map(({ key }) => [key, newCardId()]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`A template names the card "${key}", which it does not hold`);
    return id;
  };
}

/**
 * Cards are born in the order of the template, a millisecond apart, the last one at `now`: readers of the board, the keyboard and the
 * text twin meet them in that order.
 */
const cardEdits = (cards: readonly TemplateCard[], idOf: IdOf, now: number): readonly Edit[] =>
  cards.map(({ key, kind, position, text, in: frame, attributes }, index): Edit => {
    const framed = frame === undefined ? attributes : { ...attributes, frame: idOf(frame) };
    const at = now - cards.length + 1 + index;
    return { type: "addCard", id: idOf(key), kind, position, text, attributes: framed, at };
  });

const linkEdits = (links: TemplateContents["links"], idOf: IdOf, now: number): readonly Edit[] =>
  links.map(({ from, to, ...drawn }): Edit => ({
    type: "addLink",
    id: newLinkId(),
    from: idOf(from),
    to: idOf(to),
    ...drawn,
    at: now,
  }));
