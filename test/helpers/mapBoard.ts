import { applyEdits, type BoardDoc, type Edit } from "@palabre/shared/documents";
import { newCardId, newLinkId, type CardId, type CardKind, type Strength } from "@palabre/shared/terms";
import { connect, makerOf, openBoard, saved, synced } from "./client.ts";
import type { ServerAddress } from "./startServer.ts";

export type DrawnCard = readonly [title: string, kind: CardKind];
/** `+` or `-`, its strength, and `d` when it acts after a while */
export type DrawnLink = readonly [from: number, to: number, how: `${"+" | "-"}${Strength}${"" | "d"}`];

/** Draws a map in a connected person's copy: cards in rows of four, links by their places in the list. */
export function drawMap(doc: BoardDoc, cards: readonly DrawnCard[], links: readonly DrawnLink[]): readonly CardId[] {
  const by = makerOf(doc);
  const maker = by === undefined ? {} : { by };
  const ids = cards.map(() => newCardId());
  const edits: Edit[] = cards.map(([text, kind], i) => ({
    type: "addCard",
    id: ids[i] ?? newCardId(),
    kind,
    position: [(i % 4) * 320, Math.floor(i / 4) * 240],
    text,
    at: i + 1,
    ...maker,
  }));
  for (const [from, to, how] of links)
    edits.push({
      type: "addLink",
      id: newLinkId(),
      from: ids[from] ?? newCardId(),
      to: ids[to] ?? newCardId(),
      at: 1,
      polarity: how.startsWith("+") ? "+" : "-",
      strength: Number(how[1]) as Strength,
      ...(how.endsWith("d") ? { delay: true } : {}),
      ...maker,
    });
  applyEdits(doc, edits);
  return ids;
}

/** A board with a map on the server's disk, and the program that drew it, which stays connected. */
export async function openDrawn(
  server: ServerAddress,
  cards: readonly DrawnCard[],
  links: readonly DrawnLink[] = [],
  title?: string,
) {
  const board = await openBoard(server, title);
  const { session } = await board.join("facilitator", "Robot");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = drawMap(maker.doc, cards, links);
  await saved(maker, 1);
  return { board, maker, ids };
}
