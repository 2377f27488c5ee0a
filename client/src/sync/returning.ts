import { fateOf, seenIn, type Act, type BoardDoc, type Seen } from "@palabre/shared/documents";
import type { CardId, LinkId } from "@palabre/shared/terms";
import type { KeptAct } from "./deviceStore.ts";
import type { Outbox } from "./outbox.ts";

/** What becomes of what was written while there was no line, once there is one: the server takes in what is written on a card that is gone, and keeps nothing of it. */
export interface Returning {
  /** The line stands, and nothing has been heard on it: what waits is read as it is. */
  note(): void;
  /** The server has taken these in: those whose words are gone are told, the others are done with. */
  answered(acts: readonly KeptAct[]): void;
}

/** @param onPutAway  is given what was put in the trash by others while words were written on it */
export function openReturning(
  doc: () => BoardDoc,
  outbox: Pick<Outbox, "made" | "remove" | "tell">,
  onPutAway: (things: readonly (CardId | LinkId)[]) => void,
): Returning {
  const seen = new Map<string, readonly Seen[]>();
  return {
    note: () => {
      for (const { id, act } of outbox.made()) seen.set(id, seenIn(doc(), act));
    },
    answered: (acts) => {
      const own = new Set(acts.flatMap(({ act }) => act.flatMap(trashed)));
      const putAway = new Set<string>();
      const done: KeptAct[] = [];
      for (const kept of acts) {
        const lost: Act[number][] = [];
        for (const part of kept.act) {
          const fate = fateOf(doc(), part);
          if (fate?.type === "gone") lost.push(part);
          // who is there when it happens is told then
          else if (fate && seen.has(kept.id)) for (const thing of fate.things) putAway.add(thing);
        }
        const told = { ...kept, seen: kept.seen ?? seen.get(kept.id) };
        if (lost.length === 0) done.push(kept);
        else
          outbox.tell(
            told,
            lost.map((part) => ({ part, reason: "gone" })),
          );
        seen.delete(kept.id);
      }
      outbox.remove(done);
      const others = [...putAway].filter((thing) => !own.has(thing)) as (CardId | LinkId)[];
      if (others.length > 0) onPutAway(others);
    },
  };
}

/** What a part puts in the trash. */
function trashed(part: Act[number]): readonly string[] {
  if (part.type === "trash") return part.things;
  return part.type === "setAttributes" && part.values["trashedAt"] !== undefined ? [part.on] : [];
}
