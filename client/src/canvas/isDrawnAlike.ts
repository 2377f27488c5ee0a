import type { NodeProps } from "@xyflow/react";
import type { CardFlowNode } from "./toFlow.ts";

/** Whether a card looks the same: React Flow also tells it where it lies, at each step of a drag, and draws that itself. */
export const isDrawnAlike = (before: NodeProps<CardFlowNode>, next: NodeProps<CardFlowNode>): boolean =>
  before.data === next.data && before.selected === next.selected && before.draggable === next.draggable;
