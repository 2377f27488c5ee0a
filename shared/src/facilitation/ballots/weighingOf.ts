import type { LinkId, Paper } from "../../terms/index.ts";
import { weightOf } from "./countRatings.ts";

/** How one person weighs links, −3 to 3, 0 for no influence; nothing for papers of another kind. */
export function weighingOf(paper: Paper): ReadonlyMap<LinkId, number> {
  if (paper.method !== "links") return new Map();
  // such a paper says something of links
  const links = Object.keys(paper.answers) as LinkId[];
  return new Map(links.map((link) => [link, weightOf(paper, link) ?? 0]));
}
