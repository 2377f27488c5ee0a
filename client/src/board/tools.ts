import type { CardKind, Polarity } from "@palabre/shared/terms";
import type { ActionId } from "../canvas/index.ts";
import type { Tool } from "../state/index.ts";

/** The kinds that a tool of the rail places, in the order of the rail. */
export const PLACED_KINDS = [
  "expectation",
  "factor",
  "strategy",
  "quote",
  "note",
  "frame",
] as const satisfies readonly CardKind[];
export type PlacedKind = (typeof PLACED_KINDS)[number];
/** The signs that a tool of the rail draws links with. */
export const LINKED = ["+", "-"] as const satisfies readonly Polarity[];

/** Whether a tool is the one in the hand. */
export const isTool = (current: Tool, asked: Tool): boolean => {
  if (current.type === "place" && asked.type === "place")
    return current.kind === asked.kind && current.shape === asked.shape;
  if (current.type === "link" && asked.type === "link") return current.polarity === asked.polarity;
  if (current.type === "select" && asked.type === "select") return current.isMany === asked.isMany;
  return current.type === asked.type;
};

/** The action whose key takes up a tool, where there is one. */
export function actionOfTool(tool: Tool): ActionId | undefined {
  if (tool.type === "place") return tool.kind === "frame" ? "frame" : undefined;
  if (tool.type === "link") return tool.polarity === "+" ? "link" : undefined;
  return tool.type === "select" && tool.isMany === true ? "selectMany" : tool.type;
}
