/** React Flow as its first page shows it: all nodes and edges in its state. */
import { applyNodeChanges, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { createElement, useCallback, useState } from "react";
import { createRoot } from "react-dom/client";
import { offer } from "./offer.js";

const Board = () => {
  const [nodes, setNodes] = useState([]);
  const [edges, setEdges] = useState([]);
  const flow = useReactFlow();
  const onNodesChange = useCallback((changes) => setNodes((before) => applyNodeChanges(changes, before)), []);
  offer({
    load: (map) => {
      setNodes(
        map.cards.map(({ x, y, width, height, title }, at) => ({
          id: String(at),
          position: { x, y },
          data: { label: title },
          style: { width, height },
        })),
      );
      setEdges(map.links.map(({ from, to }, at) => ({ id: `l${at}`, source: String(from), target: String(to) })));
    },
    fit: () => flow.fitView({ duration: 0, minZoom: 0.02 }),
    look: ([x, y], zoom) => flow.setCenter(x, y, { zoom, duration: 0 }),
    onScreen: ([x, y]) => {
      const at = flow.flowToScreenPosition({ x, y });
      return [at.x, at.y];
    },
    where: (card) => {
      const { x, y } = flow.getNode(String(card)).position;
      return [x, y];
    },
    select: (cards) => {
      const chosen = new Set(cards.map(String));
      setNodes((before) => before.map((node) => ({ ...node, selected: chosen.has(node.id) })));
    },
    move: (moves) => {
      const to = new Map(moves.map(([card, x, y]) => [String(card), { x, y }]));
      setNodes((before) =>
        before.map((node) => (to.has(node.id) ? { ...node, position: to.get(node.id) ?? node.position } : node)),
      );
    },
  });
  return createElement(ReactFlow, { nodes, edges, onNodesChange, minZoom: 0.02, panOnScroll: true });
};
createRoot(document.querySelector("#root")).render(createElement(ReactFlowProvider, null, createElement(Board)));
