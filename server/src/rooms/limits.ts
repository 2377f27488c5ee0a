import type { BucketSize } from "./bucket.ts";

/** What one room and one connection may cost, and how often they are looked after. Times in milliseconds. */
export interface RoomLimits {
  /** connections of one person on one board: a tab needs two or three */
  readonly connectionsPerPerson: number;
  readonly connectionsPerBoard: number;
  /** who came by one of a board's links */
  readonly connectionsPerLink: number;
  /** a workshop sits behind one address */
  readonly connectionsPerAddress: number;
  readonly connectionsPerProcess: number;
  /** new Yjs client ids a session may appear under: a page takes one each time it is loaded */
  readonly clientIdsPerHour: number;
  /** bytes of `board` as one update; beyond it only deleting goes on */
  readonly boardBytes: number;
  /** bytes of one person's draft */
  readonly draftBytes: number;
  /** bytes a connection may send before its document is loaded, or before it answered the first question */
  readonly waitingBytes: number;
  /** the same before the first answer, of all connections together, and how long one may hold more than a little */
  readonly heldBytes: number;
  readonly heldMs: number;
  /** messages of a document that a connection may send, and their bytes: beyond it is read from later, and loses nothing */
  readonly messages: BucketSize;
  readonly bytes: BucketSize;
  /** milliseconds, as estimated, in which taking in what a connection sends holds up everybody else: a whole board at once, then little by little */
  readonly work: BucketSize;
  /** answers to a step 1, which pay for their bytes too */
  readonly answers: BucketSize;
  /** what a connection says of itself; what it repeats of others is dropped and costs nothing */
  readonly presence: BucketSize;
  /** bytes waiting to be sent to one connection: beyond the first it gets no presence, beyond the second it is cut and syncs afresh */
  readonly slowBytes: number;
  readonly stuckBytes: number;
  /** journal entries and bytes after which a checkpoint is made, and the quiet after which one is made of less */
  readonly checkpointUpdates: number;
  readonly checkpointBytes: number;
  /** from one checkpoint of a long journal to the next, unless it is four times as long: a crowd would have two made each second */
  readonly checkpointEveryMs: number;
  readonly checkpointIdleMs: number;
  /** how long a document that nobody uses stays in memory: a page that is reloaded finds it there */
  readonly unloadAfterMs: number;
  /** from one commit's start to the next: what is typed meanwhile shares one fsync */
  readonly commitEveryMs: number;
  /** the same while each commit holds what several people did: fewer and larger ones are cheaper for everybody */
  readonly busyCommitEveryMs: number;
  /** from one presence message to the next, of all people together */
  readonly presenceEveryMs: number;
  /** the stock client forgets whom it has not heard of for 30 s: how often it hears of those without a connection */
  readonly phonesEveryMs: number;
  /** the stock client hangs up after 30 s without a message, and a ping is none */
  readonly heartbeatMs: number;
  /** a connection that missed two pings is gone */
  readonly pingMs: number;
  /** how often idle rooms are looked for */
  readonly sweepMs: number;
  /** how long a connection may take to close politely */
  readonly closeMs: number;
}

export const ROOM_LIMITS: RoomLimits = {
  connectionsPerPerson: 12,
  connectionsPerBoard: 1_000,
  connectionsPerLink: 1_000,
  connectionsPerAddress: 2_000,
  connectionsPerProcess: 4_000,
  clientIdsPerHour: 60,
  boardBytes: 16 * 1024 * 1024,
  draftBytes: 1_048_576,
  waitingBytes: 8 * 1024 * 1024,
  heldBytes: 64 * 1024 * 1024,
  heldMs: 30_000,
  messages: { perSecond: 60, burst: 600 },
  bytes: { perSecond: 512 * 1024, burst: 4 * 1024 * 1024 },
  work: { perSecond: 50, burst: 1_000 },
  answers: { perSecond: 1, burst: 5 },
  presence: { perSecond: 60, burst: 600 },
  slowBytes: 1024 * 1024,
  stuckBytes: 8 * 1024 * 1024,
  checkpointUpdates: 500,
  checkpointBytes: 1024 * 1024,
  checkpointEveryMs: 5_000,
  checkpointIdleMs: 60_000,
  unloadAfterMs: 30_000,
  commitEveryMs: 8,
  busyCommitEveryMs: 16,
  presenceEveryMs: 50,
  phonesEveryMs: 12_000,
  heartbeatMs: 15_000,
  pingMs: 20_000,
  sweepMs: 5_000,
  closeMs: 3_000,
};
