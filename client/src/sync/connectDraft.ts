import { CLOSE } from "@palabre/shared/protocol";
import type { BoardId, Deed, PersonId, PhaseId } from "@palabre/shared/terms";
import { syncAddress } from "./connectBoard.ts";
import { connectCards, type CardsConnection } from "./connectCards.ts";
import { draftKeyOf, type KeptAct } from "./deviceStore.ts";
import { isOverForGood, type Refusal } from "./liveBoard.ts";
import { shownBy } from "./shown.ts";

export interface DraftOptions {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly phase: PhaseId;
  /** a draft of an earlier round is over: it was revealed, or thrown away */
  readonly round: number;
  readonly forbids: (deed: Deed) => string | undefined;
  /** Takes what could not be kept, to be told with what could not be kept of the board: it outlives the draft. Tells whether it did. */
  readonly handOver: (told: readonly KeptAct[]) => boolean;
}

/**
 * This person's draft of a silent phase, live.
 *
 * No copy of it is kept on the device, which others may use after: only what the server has not got yet waits there.
 * @param base address of the server, ending in "/"
 */
export function connectDraft(base: URL, options: DraftOptions): CardsConnection {
  const { board, person, phase, round } = options;
  return connectCards({
    address: { url: syncAddress(base, board), document: "draft", asked: { phase, round: String(round) } },
    board,
    person,
    // beside those of the board, so that they go when the device leaves it
    keptUnder: draftKeyOf(board, phase, round),
    forbids: options.forbids,
    mayWrite: true,
    isOver: (refusal) => isOverForGood(refusal) || refusal.code === CLOSE.newEpoch,
    over: (refusal, outbox, doc) => {
      outbox.turn(shownBy(doc));
      for (const act of outbox.again()) {
        outbox.tell(
          act,
          act.act.map((part) => ({ part, reason: reasonOf(refusal) })),
        );
      }
    },
    handOver: options.handOver,
  });
}

const reasonOf = ({ code }: Refusal): string => (code === CLOSE.newEpoch ? "revealed" : "phase");
