import type { Person } from "./people.ts";

/** One node of Chromium's accessibility tree, as its debugging protocol gives it. */
interface AXNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly value?: { readonly value: string | number };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: string | number | boolean };
  }[];
}

/** What only groups, or repeats what its parent was named by, is not read by itself. */
const SILENT = new Set([
  "generic",
  "none",
  "RootWebArea",
  "InlineTextBox",
  "ListMarker",
  "LineBreak",
  "SvgRoot",
  "sectionheader",
  "paragraph",
]);
/** Read by their name alone: what lies in them is their name. */
const WHOLE = new Set([
  "button",
  "image",
  "link",
  "heading",
  "textbox",
  "searchbox",
  "StaticText",
  "switch",
  "radio",
  "option",
]);
/** States that are heard, in the words of the protocol. */
const STATES = ["expanded", "pressed", "checked", "selected", "disabled", "readonly", "required", "invalid", "modal"];
/** A moment of the day differs between two runs. */
const CLOCK = /\b\d{1,2}:\d{2}(?::\d{2})?\b/g;

/**
 * Reads the page as a screen reader goes through it: one line for each thing that is heard, indented by what it lies in, as
 * `role "name", state: description`. Hours of the clock are written as `00:00`.
 */
export async function readAloud({ page, context }: Person): Promise<readonly string[]> {
  const session = await context.newCDPSession(page);
  // the nodes come as plain data that the protocol's types leave open
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as { nodes: readonly AXNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: AXNode, depth: number, namedBy: string): void => {
    const role = node.role?.value ?? "";
    // the field is named by it
    if (role === "LabelText") return;
    const name = (node.name?.value ?? "").replaceAll(/\s+/g, " ").trim();
    const isText = role === "StaticText";
    const isHeard = !node.ignored && !SILENT.has(role) && !(isText && (name === "" || name === namedBy));
    if (isHeard) lines.push(`${"  ".repeat(depth)}- ${isText ? name : sentenceOf(node, role, name)}`);
    if (isHeard && WHOLE.has(role)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isHeard ? depth + 1 : depth, isHeard && !isText ? name : namedBy);
    }
  };
  for (const node of nodes) if (node.parentId === undefined) visit(node, 0, "");
  return lines.map((line) => line.replaceAll(CLOCK, "00:00"));
}

function sentenceOf({ description, value, properties = [] }: AXNode, role: string, name: string): string {
  const states = STATES.flatMap((state) => {
    const said = properties.find((property) => property.name === state)?.value.value;
    if (said === undefined || said === false || said === "false")
      return state === "expanded" && said === false ? ["collapsed"] : [];
    return said === true || said === "true" ? [state] : [`${state} ${String(said)}`];
  });
  const level = properties.find((property) => property.name === "level")?.value.value;
  const head = `${role}${level === undefined || role !== "heading" ? "" : ` ${String(level)}`}`;
  const content = value === undefined || value.value === "" || value.value === name ? [] : [`value "${value.value}"`];
  const said = description?.value ?? "";
  return (
    [head + (name === "" ? "" : ` "${name}"`), ...states, ...content].join(", ") + (said === "" ? "" : `: ${said}`)
  );
}
