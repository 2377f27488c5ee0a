import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** How fast a body has to come: so many bytes in each stretch of time, until it ends. */
export interface BodyPace {
  readonly bytes: number;
  readonly everyMs: number;
}

/** 1 kB a second: the slowest line on which anybody still works. One that was lost for longer has to send again. */
export const BODY_PACE: BodyPace = { bytes: 32 * 1024, everyMs: 30_000 };

const TOO_SLOW = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/**
 * Ends requests whose body stopped on its way, or drips: each holds a connection, and a place among those that may be under way.
 * A time for the whole body would have to be that of the largest file on a slow line.
 */
export const keepingPace =
  (answer: RequestListener, pace: BodyPace): RequestListener =>
  (incoming, outgoing) => {
    if (hasBody(incoming)) watch(incoming, outgoing, pace);
    answer(incoming, outgoing);
  };

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

function watch(incoming: IncomingMessage, outgoing: ServerResponse, { bytes, everyMs }: BodyPace): void {
  const { socket } = incoming;
  let before = socket.bytesRead;
  const clock = setInterval(() => {
    if (incoming.complete) return stop();
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // what this server does not read yet is not its sender's fault
    const isHeldHere = incoming.readableLength >= incoming.readableHighWaterMark;
    if (came >= bytes || isHeldHere) return;
    if (!outgoing.headersSent) socket.write(TOO_SLOW);
    socket.destroySoon();
  }, everyMs);
  clock.unref();
  // a connection lives on, with other requests: nothing of this one stays with it
  const stop = (): void => {
    clearInterval(clock);
    socket.off("close", stop);
    incoming.off("close", stop);
  };
  socket.on("close", stop);
  incoming.on("close", stop);
}
