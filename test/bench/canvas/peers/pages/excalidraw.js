import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { offer } from "./offer.js";

const NEVER = CaptureUpdateAction.NEVER;

/** What the page can do, once there is an editor. */
const take = (api) =>
  offer({
    load: (map) => {
      const cards = map.cards.map(({ title, ...box }, at) => ({
        type: "rectangle",
        id: String(at),
        ...box,
        label: { text: title },
      }));
      const links = map.links.map(({ from, to }, at) => ({
        type: "arrow",
        id: `l${at}`,
        x: map.cards[from].x,
        y: map.cards[from].y,
        start: { id: String(from) },
        end: { id: String(to) },
      }));
      const elements = convertToExcalidrawElements([...cards, ...links], { regenerateIds: false });
      api.updateScene({ elements, captureUpdate: NEVER });
    },
    fit: () => api.scrollToContent(api.getSceneElements(), { fitToViewport: true, viewportZoomFactor: 0.9 }),
    look: ([x, y], zoom) => {
      const { width, height } = api.getAppState();
      const [scrollX, scrollY] = [width / 2 / zoom - x, height / 2 / zoom - y];
      api.updateScene({ appState: { zoom: { value: zoom }, scrollX, scrollY }, captureUpdate: NEVER });
    },
    onScreen: ([x, y]) => {
      const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = api.getAppState();
      return [(x + scrollX) * zoom.value + offsetLeft, (y + scrollY) * zoom.value + offsetTop];
    },
    where: (card) => {
      const { x, y } = api.getSceneElements().find(({ id }) => id === String(card));
      return [x, y];
    },
    select: (cards) => {
      const selectedElementIds = Object.fromEntries(cards.map((card) => [String(card), true]));
      api.updateScene({ appState: { selectedElementIds }, captureUpdate: NEVER });
    },
    move: (moves) => {
      const to = new Map(moves.map(([card, x, y]) => [String(card), { x, y }]));
      const elements = api
        .getSceneElements()
        .map((element) =>
          to.has(element.id) ? { ...element, ...to.get(element.id), version: element.version + 1 } : element,
        );
      api.updateScene({ elements, captureUpdate: NEVER });
    },
  });
createRoot(document.querySelector("#root")).render(createElement(Excalidraw, { excalidrawAPI: take }));
