/**
 * The wire of `/sync/<board>/<document>`: y-websocket's protocol, unchanged, plus one message.
 *
 *     frame      = varuint(type) body
 *     sync       = 0, then varuint(0 = step 1: state vector | 1 = step 2: update | 2 = update) varUint8Array
 *     awareness  = 1, then varUint8Array(awareness update)
 *     auth       = 2      (never sent by us)
 *     query      = 3      (a client asks for everybody's presence)
 *     saved      = 100, then varuint(n)
 *
 * `saved` is the barrier: a client sends n, the server sends the same n back once everything it received on that socket before
 * it is on disk. Clients that don't know it never meet it, since it is only ever sent as an answer.
 */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 100 } as const;
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Bytes of one WebSocket frame; a larger one ends the connection with 1009. */
export const MAX_FRAME_BYTES: number = 4 * 1024 * 1024;
/** Bytes of one update as a person makes it; a step 2 may be as large as a frame. */
export const MAX_UPDATE_BYTES: number = 1024 * 1024;
/** Bytes of one presence message; a longer one is dropped. */
export const MAX_PRESENCE_BYTES = 4096;
