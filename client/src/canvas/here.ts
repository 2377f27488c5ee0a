import type { CardId, LinkId } from "@palabre/shared/terms";
import type { Other } from "../state/index.ts";
import type { Here } from "./toFlow.ts";

/**
 * Who else is at which card or link: who writes in it, else who chose it. The same object as long as it says the same, so that
 * a moving cursor redraws no card.
 */
export function createHere(): (others: readonly Other[]) => ReadonlyMap<CardId | LinkId, Here> {
  let before: ReadonlyMap<CardId | LinkId, Here> = new Map();
  return (others) => {
    const next = new Map<CardId | LinkId, Here>();
    const mark = (thing: CardId | LinkId, { user }: Other["presence"], isWriting: boolean) => {
      const known = before.get(thing);
      const same = known?.name === user.name && known.colour === user.colour && known.isWriting === isWriting;
      if (!next.has(thing)) next.set(thing, same ? known : { name: user.name, colour: user.colour, isWriting });
    };
    for (const { presence } of others) if (presence.editing) mark(presence.editing, presence, true);
    for (const { presence } of others) for (const thing of presence.selection ?? []) mark(thing, presence, false);
    before = next;
    return next;
  };
}
