import { heldBy, remakeAct, unheardCards, type BoardDoc } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { isCardKind, titleOf, type Deed, type PersonId } from "@palabre/shared/terms";
import type { KeptAct } from "./deviceStore.ts";
import type { Refusal } from "./liveBoard.ts";
import { runsOf, type Outbox } from "./outbox.ts";
import { shownBy } from "./shown.ts";

/** A document that is live, as far as doing things again in it goes. */
export interface Fresh {
  readonly doc: BoardDoc;
  /** resolves when all that was made until now is on the server's disk; with the reason when the server refused it */
  settled(): Promise<Refusal | "saved">;
}
export interface Restoring {
  readonly outbox: Outbox;
  /** the document that was refused */
  refused(): BoardDoc;
  /** Opens an empty document, hears the board, and puts it in the place of the refused one. */
  begin(): Promise<Fresh | Refusal>;
  /** why the rules as they are now forbid it */
  forbids(deed: Deed): string | undefined;
  /** of a document that the device has a copy of: whose it is, and what any tab of the device still has to send or to tell */
  readonly device?: { readonly person: PersonId; acts(): Promise<readonly KeptAct[]> } | undefined;
}

/** The server counts the documents that one person begins in an hour; whoever is refused so often is told instead. */
const MOST_REFUSALS = 12;

/**
 * After a refusal: a fresh document, in which what was not saved is done again, step by step.
 *
 * Steps go alone at first, then two at once, four at once, as long as they are saved. Whatever is refused alone is to blame: it is
 * told to the person and not tried again. So each refusal finds one culprit or halves the suspects, and nothing goes round in circles.
 * @returns the refusal that ended it, undefined when all was saved or told
 */
export async function restore(first: Refusal, deps: Restoring): Promise<Refusal | undefined> {
  const { outbox } = deps;
  let refusal: Refusal = first;
  for (let times = 1; ; times += 1) {
    const suspects = outbox.made();
    const refused = deps.refused();
    outbox.turn(shownBy(refused));
    const isAlone = runsOf(suspects).length === 1;
    const isGivenUp = times > MOST_REFUSALS;
    if (isGivenUp) tellAll(outbox, outbox.again(), refusal);
    else if (isAlone && (times > 1 || isAboutContent(refusal))) {
      const ids = new Set(suspects.map(({ id }) => id));
      tellAll(
        outbox,
        outbox.again().filter(({ id }) => ids.has(id)),
        refusal,
      );
    }
    const fresh = await deps.begin();
    if ("code" in fresh) return fresh;
    if (times === 1) await tellLost(refused, fresh.doc, deps);
    // people went on in the refused document until the other took its place
    outbox.turn(shownBy(refused));
    outbox.settle();
    const outcome = await remakeAll(fresh, deps);
    if (outcome === "saved") return undefined;
    if (isGivenUp) return outcome;
    refusal = outcome;
  }
}

/**
 * The person's own cards that were saved, and of which the server has never heard: it was put back to an earlier state. Each is told to the
 * one who wrote it; on the devices of thirty others it would be told thirty times.
 */
export async function tellLost(
  copy: BoardDoc,
  fresh: BoardDoc,
  { outbox, device }: Pick<Restoring, "outbox" | "device">,
): Promise<void> {
  if (!device) return;
  const cards = unheardCards(copy, fresh);
  if (cards.size === 0) return;
  const acts = await device.acts().catch(() => undefined);
  // what can't be read may be on its way still
  if (!acts) return;
  const waiting = new Set(acts.flatMap(({ act }) => act.flatMap((part) => (part.type === "addCard" ? [part.id] : []))));
  const own = [...cards.values()].filter(({ id, by }) => by === device.person && !waiting.has(id));
  outbox.lose(
    own.map(({ id, kind, position, text, attributes, at }) => ({
      part: { type: "addCard", id, kind: isCardKind(kind) ? kind : "note", position, text, attributes, at },
      seen: { title: titleOf({ text }), text },
    })),
    "put-back",
  );
}

/** The reasons that lie in what was written; the others may lie in the document that carried it. */
const isAboutContent = ({ code }: Refusal): boolean =>
  code === CLOSE.forbidden || code === CLOSE.tooLarge || code === TOO_LARGE_FOR_A_FRAME;
/** What a WebSocket says of a frame over its limit, by itself. */
const TOO_LARGE_FOR_A_FRAME = 1009;

/** Does again what waits for it, in the document that is there. */
export async function remakeAll(fresh: Fresh, { outbox, forbids }: Restoring): Promise<Refusal | "saved"> {
  const held = heldBy(fresh.doc);
  outbox.remove(outbox.again().filter(({ update }) => held.contains(update)));
  for (let size = 1; outbox.again().length > 0; size *= 2) {
    for (const kept of runsOf(outbox.again()).slice(0, size).flat()) {
      const { failed } = remakeAct(fresh.doc, kept.act, forbids);
      // what was done is in the outbox anew, as it was done here
      if (failed.length > 0) outbox.tell(kept, failed);
      else outbox.remove([kept]);
    }
    const outcome = await fresh.settled();
    if (outcome !== "saved") return outcome;
  }
  return "saved";
}

function tellAll(outbox: Outbox, acts: readonly KeptAct[], refusal: Refusal): void {
  for (const act of acts)
    outbox.tell(
      act,
      act.act.map((part) => ({ part, reason: wordOf(refusal) })),
    );
}
const wordOf = ({ code, reason }: Refusal): string => {
  if (code === CLOSE.tooLarge || code === TOO_LARGE_FOR_A_FRAME) return "too-large";
  return reason === "" ? "refused" : reason;
};
