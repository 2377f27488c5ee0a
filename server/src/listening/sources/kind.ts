import type { Post, SourceId, SourceKind } from "@palabre/shared/terms";
import type { GuardedFetch } from "../guardedFetch.ts";

/**
 * The contract of a kind of source: one file of this folder a kind, one suite over all (`test/contract/sources.test.ts`).
 *
 * A kind knows the form in which its source gives posts, and where to go on next time; nothing of boards, stores, schedules or
 * states. What is wrong it throws as an AppError: that is the source's state then, with its code as the reason.
 */
export interface KindOfSource {
  readonly kind: SourceKind;
  /**
   * Reads what is new.
   * @param since the cursor that the last reading gave; undefined when there was none
   */
  read(place: Place, since: string | undefined, world: World): Promise<Reading>;
}

/** A kind that is looked at again and again; `Asked` is the request that adds one. */
export interface PulledKind<Asked> extends KindOfSource {
  /** @throws AppError `bad-address` */
  plan(asked: Asked): Plan;
}

/** Where a source listens, as it is kept. */
export interface Place {
  readonly id: SourceId;
  readonly url?: string | undefined;
}

/** What is kept of a request: places whose `url` is one are one source. */
export interface Plan {
  readonly url: string;
  /** until the source says what it is called */
  readonly name: string;
}

/** All that a kind may use of the world. */
export interface World {
  readonly fetch: GuardedFetch;
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  /** what somebody handed in, for the kinds that nobody fetches */
  readonly handed?: Uint8Array | AsyncIterable<Uint8Array> | undefined;
}

export interface Reading {
  readonly posts: readonly Post[];
  /** items without anything to read */
  readonly skipped: number;
  /** what the source calls itself; empty where it doesn't say */
  readonly title: string;
  /** from where the next reading goes on; undefined = from the start */
  readonly cursor: string | undefined;
  /** for how long the host or the source asks not to be looked at again; 0 when it doesn't */
  readonly waitMs: number;
}
