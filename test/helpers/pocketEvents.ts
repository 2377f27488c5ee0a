import type { PocketView } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { onTestFinished } from "vitest";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

/** A phone that follows a board, by hand. Hung up when the test ends. */
export interface Phone {
  /** what it shows by now: all parts as they were last told */
  readonly view: () => Partial<PocketView>;
  /** each event as it came: its name, and the parts it told */
  readonly events: readonly { readonly event: string; readonly parts: readonly string[] }[];
  readonly lastId: () => string | undefined;
  readonly isOver: () => boolean;
  readonly status: number;
  shows(which: (view: PocketView) => boolean, what: string): Promise<PocketView>;
  hangUp(): void;
}

export async function phoneOn(server: ServerAddress, board: BoardId, session: string, lastId?: string): Promise<Phone> {
  const line = new AbortController();
  onTestFinished(() => line.abort());
  const response = await fetch(`${server.url}/api/boards/${board}/pocket/events`, {
    signal: line.signal,
    headers: { authorization: `Bearer ${session}`, ...(lastId === undefined ? {} : { "last-event-id": lastId }) },
  });
  let view: Partial<PocketView> = {};
  let id: string | undefined;
  let isOver = false;
  const events: { event: string; parts: readonly string[] }[] = [];
  const take = (block: string) => {
    const fields = new Map(
      block.split("\n").map((each) => [each.slice(0, each.indexOf(":")), each.slice(each.indexOf(":") + 2)]),
    );
    const event = fields.get("event");
    if (event === undefined) return;
    id = fields.get("id") ?? id;
    const data = JSON.parse(fields.get("data") ?? "{}") as Partial<PocketView> & { at?: number };
    const { at: _, ...parts } = data;
    if (event === "view") view = { ...view, ...parts };
    events.push({ event, parts: Object.keys(parts) });
  };
  const read = async () => {
    let rest = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      blocks.forEach(take);
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => (isOver = true));
  return {
    view: () => view,
    events,
    lastId: () => id,
    isOver: () => isOver,
    status: response.status,
    shows: (which, what) =>
      until(() => (view.me && which(view as PocketView) ? (view as PocketView) : undefined), what),
    hangUp: () => line.abort(),
  };
}
