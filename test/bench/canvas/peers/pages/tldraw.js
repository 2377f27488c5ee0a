import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createBindingId, createShapeId, Tldraw, toRichText } from "tldraw";
import "tldraw/tldraw.css";
import { offer } from "./offer.js";

const idOf = (card) => createShapeId(String(card));

/** What the page can do, once there is an editor. */
const take = (editor) =>
  offer({
    load: (map) =>
      editor.run(
        () => {
          editor.createShapes(
            map.cards.map(({ x, y, width, height, title }, at) => ({
              id: idOf(at),
              type: "geo",
              x,
              y,
              props: { geo: "rectangle", w: width, h: height, richText: toRichText(title) },
            })),
          );
          const arrows = map.links.map((link, at) => ({ ...link, id: createShapeId(`l${at}`) }));
          editor.createShapes(arrows.map(({ id }) => ({ id, type: "arrow" })));
          editor.createBindings(
            arrows.flatMap(({ id, from, to }) =>
              [
                ["start", from],
                ["end", to],
              ].map(([terminal, card]) => ({
                id: createBindingId(),
                type: "arrow",
                fromId: id,
                toId: idOf(card),
                props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
              })),
            ),
          );
        },
        { history: "ignore" },
      ),
    fit: () => editor.zoomToFit({ immediate: true }),
    look: ([x, y], zoom) => {
      const { w, h } = editor.getViewportScreenBounds();
      editor.setCamera({ x: w / 2 / zoom - x, y: h / 2 / zoom - y, z: zoom }, { immediate: true });
    },
    onScreen: ([x, y]) => {
      const at = editor.pageToScreen({ x, y });
      return [at.x, at.y];
    },
    where: (card) => {
      const { x, y } = editor.getShape(idOf(card));
      return [x, y];
    },
    select: (cards) => editor.select(...cards.map(idOf)),
    move: (moves) =>
      editor.store.mergeRemoteChanges(() =>
        editor.store.update
          ? moves.forEach(([card, x, y]) => editor.store.update(idOf(card), (shape) => ({ ...shape, x, y })))
          : undefined,
      ),
  });
const options = { maxShapesPerPage: 100_000 };
createRoot(document.querySelector("#root")).render(
  createElement("div", { style: { position: "fixed", inset: 0 } }, createElement(Tldraw, { onMount: take, options })),
);
