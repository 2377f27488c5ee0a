import type { Post, SourceId, SourceKind, SourceSettings } from "@palabre/shared/terms";
import type { CsvOptions } from "../csv.ts";
import type { GuardedFetch } from "../guardedFetch.ts";
import type { GuardedSocket } from "../guardedSocket.ts";

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
  /** The second pass: how posts stand now that were heard some time ago. Absent where the source can't be asked for single posts. */
  readonly recount?: Recount | undefined;
  /** Hears posts as they are written, until the source or `world.signal` ends it. Absent where there is no stream. */
  readonly follow?: Follow | undefined;
}
export interface Recount {
  /** posts asked for in one look */
  readonly most: number;
  /** whether a look at this place gives only the beginning of each post: all of it is asked for with the next look, however old it is */
  isOwed?(place: Place): boolean;
  ask(place: Place, posts: readonly Post[], world: World): Promise<Pick<Reading, "posts" | "gone">>;
}
export interface Follow {
  /** whether this place has one, and it is wanted */
  isWanted(place: Place): boolean;
  /** whether nothing of this place is heard but by its stream */
  isAll(place: Place, hasSecret: boolean): boolean;
  /** @param since when the source was last known to have been read whole */
  hear(
    place: Place,
    since: number,
    world: World,
    take: (heard: Pick<Reading, "posts" | "gone">) => void,
  ): Promise<void>;
}

/** A kind that is looked at again and again; `Asked` is the request that adds one. */
export interface PulledKind<Asked> extends KindOfSource {
  /** @throws AppError `bad-address`, and `source-credentials` where a secret is missing */
  plan(asked: Asked): Plan;
}

/** Where a source listens, as it is kept. */
export interface Place {
  readonly id: SourceId;
  readonly url?: string | undefined;
  readonly settings?: SourceSettings | undefined;
}

/** What is kept of a request: places of one kind whose `url` is one are one source. */
export interface Plan {
  /** where people can look at the same */
  readonly url: string;
  /** until the source says what it is called */
  readonly name: string;
  readonly settings?: SourceSettings | undefined;
}

/** All that a kind may use of the world. */
export interface World {
  readonly fetch: GuardedFetch;
  readonly connect?: GuardedSocket | undefined;
  /** of the moment in which it is asked for, to a stream; a look has one */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
  /** whether this look may ask for one page more: what it has by then is kept, the next look goes on from there */
  readonly hasTime?: (() => boolean) | undefined;
  /** the token, password or key that was given for this place */
  readonly secret?: string | undefined;
  /** what a kind wants to find again while this process lives, a session for one; its own for each source */
  readonly memory?: Map<string, string> | undefined;
  /** what somebody handed in, for the kinds that nobody fetches */
  readonly handed?: Uint8Array | AsyncIterable<Uint8Array> | undefined;
  /** how a file is to be read, where somebody said so */
  readonly form?: Omit<CsvOptions, "now"> | undefined;
}

export interface Reading {
  readonly posts: readonly Post[];
  /** ids of posts that are no more where they were written */
  readonly gone?: readonly string[] | undefined;
  /** which posts may change what is known of them already; all of them where it isn't said */
  readonly revises?: ((post: Post) => boolean) | undefined;
  /** items without anything to read */
  readonly skipped: number;
  /** what the source calls itself; empty where it doesn't say */
  readonly title: string;
  /** from where the next reading goes on; undefined = from the start */
  readonly cursor: string | undefined;
  /** for how long the host or the source asks not to be looked at again; 0 when it doesn't */
  readonly waitMs: number;
  /** there is more to read than one look should take: the next one follows soon */
  readonly isUnfinished?: boolean | undefined;
}
