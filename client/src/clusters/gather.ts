import { sizeOf, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import { viewOf, type Arranged, type BoardState } from "../state/index.ts";
import type { Cluster } from "./clustersOf.ts";
import { boundsOf, layClusters, type Box } from "./layClusters.ts";

const boxOf = (card: Card): Box => {
  const [width, height] = sizeOf(card);
  return { x: card.position[0], y: card.position[1], width, height };
};

/**
 * Puts the cards of each cluster together, in one step of undo.
 * @param still cards that stay
 * @param isFramed a frame with its name around each cluster; else the cards lie in no frame
 * @returns what takes that back; undefined when nothing was put together
 */
export function gather(
  board: BoardState,
  clusters: readonly Cluster[],
  still: readonly Card[],
  isFramed: boolean,
): (() => void) | undefined {
  const cards = new Map(
    clusters.flatMap((cluster) =>
      cluster.cards.flatMap((id) => {
        const card = board.card(id);
        return card ? [[id, card] as const] : [];
      }),
    ),
  );
  const boxes = new Map([...cards].map(([id, card]) => [id, boxOf(card)] as const));
  const laid = layClusters(
    clusters.map((cluster) => cluster.cards),
    boxes,
    still.map(boxOf),
  );
  const clusterOf = new Map(clusters.flatMap((cluster, i) => cluster.cards.map((id) => [id, i] as const)));
  const moves = new Map<CardId, Pair>();
  const changes = [...laid.places].flatMap(([id, to]): readonly Arranged[] => {
    const card = cards.get(id);
    if (!card) return [];
    const by: Pair = [to[0] - card.position[0], to[1] - card.position[1]];
    moves.set(id, by);
    if (isFramed) return [{ card: id, to, within: clusterOf.get(id) }];
    return [{ card: id, to, ...(card.attributes.frame !== undefined && { values: { frame: undefined } }) }];
  });
  const frames = laid.frames.map(({ x, y, width, height }, i) => ({
    kind: "frame" as const,
    position: [x, y] as Pair,
    text: clusters[i]?.name ?? "",
    attributes: { size: [width, height] as Pair },
  }));
  const back = board.commands.arrange(changes, isFramed ? frames : []);
  if (!back) return undefined;
  const view = viewOf(board);
  view?.glide(moves);
  const around = boundsOf(laid.frames);
  if (around) view?.fit(around);
  return back;
}
