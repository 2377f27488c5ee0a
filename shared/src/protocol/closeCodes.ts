/**
 * Why the server ends a connection. The stock client takes 4400 to 4499 as final and anything else as "try again later", so the
 * number itself says which it is.
 */
export const CLOSE = {
  /** a frame that is no message */
  badFrame: 4400,
  /** no session, or its link was rotated: open the link again */
  noSession: 4401,
  /** this role may not read, or may not write, this document */
  forbidden: 4403,
  /** a facilitator did not let this device in */
  refused: 4423,
  /** the session waits to be let in: ask `GET …/waiting` when that is */
  waiting: 4425,
  unknownBoard: 4404,
  /** something was written under a client id that is another session's: set this copy aside and start afresh */
  foreignClient: 4409,
  /** the document's history was replaced: start from an empty one */
  newEpoch: 4410,
  /** a facilitator removed this person: nothing opens until they are let back in */
  removed: 4411,
  tooLarge: 4413,
  /** later: the server is stopping */
  restart: 1012,
  /** later: the store failed, or something refers to what the server has not got; sync afresh */
  later: 4503,
  /** later: the disk refused what was written; nobody has been told that it is kept */
  notKept: 4507,
  /** later: too many connections */
  busy: 4529,
} as const;

const isFinalClose = (code: number): boolean => code >= 4400 && code < 4500;
/** The client's own choice: a frame that was too large would only be sent again for ever. */
export const shouldReconnect = (code: number): boolean => code !== 1009 && !isFinalClose(code);
