import type { TemplateContents } from "@palabre/shared/facilitation/library";
import { newPhaseId, type CardId, type Phase } from "@palabre/shared/terms";
import type { ListedCard, NewLink } from "../../state/index.ts";

/** A template's cards and links as a person adds them to a board, told by their places in the list. */
export function listedOf({ cards, links }: Pick<TemplateContents, "cards" | "links">): {
  readonly cards: readonly ListedCard[];
  readonly links: readonly NewLink[];
} {
  const places = new Map(cards.map(({ key }, place) => [key, place]));
  return {
    cards: cards.map(({ kind, position, text, attributes, in: frame }) => ({
      kind,
      position,
      text,
      attributes,
      ...(frame === undefined ? {} : { within: places.get(frame) }),
    })),
    links: links.flatMap(({ from, to, ...attributes }) => {
      const ends = [places.get(from), places.get(to)] as const;
      return ends[0] === undefined || ends[1] === undefined ? [] : [{ from: ends[0], to: ends[1], attributes }];
    }),
  };
}

/** A template's steps under ids of their own. @param lookOf the card of the board that a step looks at, by its key */
export const phasesOf = (
  { agenda }: Pick<TemplateContents, "agenda">,
  lookOf: (key: string) => CardId | undefined,
): readonly Phase[] =>
  agenda.map(({ look, ...step }): Phase => {
    const card = look === undefined ? undefined : lookOf(look);
    return { ...step, id: newPhaseId(), ...(card === undefined ? {} : { look: card }) };
  });
