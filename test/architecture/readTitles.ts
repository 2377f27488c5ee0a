import { parseSync, Visitor } from "vite";
import type { SourceFile } from "./readImports.ts";

/** The titles of the tests and suites in a file; those that are skipped for good, or still to be written, left out. */
export function readTitles(file: SourceFile): readonly string[] {
  const titles: string[] = [];
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0)
    throw new Error(`${file.path} does not parse: ${errors.map((error) => error.message).join("; ")}`);
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (!isTestCall(callee)) return;
      if (title?.type === "Literal" && typeof title.value === "string") titles.push(title.value);
      if (title?.type === "TemplateLiteral") titles.push(title.quasis.map(({ value }) => value.cooked ?? "").join("…"));
    },
  }).visit(program);
  return titles;
}

interface Callee {
  readonly type: string;
  readonly name?: unknown;
  readonly object?: Callee;
  readonly property?: Callee;
  readonly callee?: Callee;
  readonly tag?: Callee;
}

/** `it`, `it.each(…)`, `test.skipIf(…)` and the like. */
function isTestCall(callee: Callee): boolean {
  if (callee.type === "Identifier") return ["it", "test", "describe"].includes(String(callee.name));
  if (callee.type === "CallExpression" && callee.callee !== undefined) return isTestCall(callee.callee);
  if (callee.type === "TaggedTemplateExpression" && callee.tag !== undefined) return isTestCall(callee.tag);
  if (callee.type !== "MemberExpression" || callee.object === undefined) return false;
  return !["skip", "todo"].includes(String(callee.property?.name)) && isTestCall(callee.object);
}
