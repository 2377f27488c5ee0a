import { posix } from "node:path";
import { IMPORT_TABLE } from "./importTable.ts";
import { EVERYWHERE, PACKAGES } from "./packages.ts";
import { readImports, type Import, type SourceFile } from "./readImports.ts";

/** One sentence for each import that the table does not allow: file, specifier, rule. */
export const findViolations = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) =>
    readImports(file).flatMap((found) => {
      const rule = brokenRule(file.path, found);
      return rule === undefined ? [] : [`${file.path}: "${found.specifier}": ${rule}`];
    }),
  );

/**
 * Folder or lone file of `src` to which a path belongs, as the table names it: `client/canvas`, `server/main`.
 *
 * A folder in a folder belongs to that one, unless it has a row of its own.
 */
export function folderOf(path: string): string {
  const [owner = "", , first = "", second = ""] = path.split("/");
  if (owner === "test") return owner;
  const inner = `${owner}/${first}/${second}`;
  return inner in IMPORT_TABLE ? inner : `${owner}/${first.replace(/(\.test)?\.tsx?$/, "")}`;
}
const isInner = (folder: string): boolean => folder.split("/").length === 3;

const isTest = (path: string): boolean => path.startsWith("test/") || /\.test\.tsx?$/.test(path);

type Target =
  | { readonly type: "package"; readonly name: string }
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "door"; readonly owner: string; readonly door: string };

function targetOf(path: string, specifier: string): Target {
  if (specifier.startsWith(".")) return { type: "file", path: posix.join(posix.dirname(path), specifier) };
  const [first = "", second = "", ...rest] = specifier.split("/");
  if (first === "@palabre") return { type: "door", owner: second, door: rest.join("/") };
  if (specifier.startsWith("node:")) return { type: "package", name: specifier };
  return { type: "package", name: first.startsWith("@") ? `${first}/${second}` : first };
}

function brokenRule(path: string, found: Import): string | undefined {
  const target = targetOf(path, found.specifier);
  const [owner = ""] = path.split("/");
  if (/^(\/|file:|[A-Za-z]:)/.test(found.specifier)) return "no absolute paths: they hold on one machine only";
  if (target.type === "file" && !target.path.startsWith(`${owner}/`))
    return "another package is imported by its name, @palabre/…";
  if (target.type === "door") {
    if (target.owner === owner) return "a package does not import itself by name";
    if (!(PACKAGES[owner] ?? []).includes(target.owner)) return `${owner} never imports ${target.owner}`;
    if (!/^[\w-]+$/.test(target.door) && !(`${target.owner}/${target.door}` in IMPORT_TABLE))
      return "a folder is entered by its door, @palabre/<package>/<folder>";
  }
  // a test may look into anything of its own package
  if (isTest(path)) return undefined;
  if (target.type === "file") {
    if (isTest(target.path)) return "what ships imports no test";
    if (folderOf(target.path) === folderOf(path)) return undefined;
    if (found.specifier.startsWith("../../") && !isInner(folderOf(path)))
      return "no ../../ across folders: the file lies too deep, or belongs elsewhere";
    if (!isDoor(target.path)) return "a folder is entered by its index.ts";
  }
  return refusalOf(folderOf(path), found, wantedOf(target));
}

const wantedOf = (target: Target): string => {
  if (target.type === "package") return target.name;
  return target.type === "door" ? `${target.owner}/${target.door}` : folderOf(target.path);
};

/** The index of a folder, a file that stands alone in `src`, or a style sheet, which has no names to hide. */
const isDoor = (path: string): boolean =>
  (path.endsWith(".css") && !path.endsWith(".module.css")) ||
  [".ts", ".tsx", "/index.ts"].some((end) => path === folderOf(path).replace("/", "/src/") + end);

function refusalOf(folder: string, found: Import, wanted: string): string | undefined {
  const row = IMPORT_TABLE[folder];
  if (row === undefined) return `${folder} has no row in test/architecture/importTable.ts`;
  const allowed = [...row, ...(EVERYWHERE[folder.split("/")[0] ?? ""] ?? [])].map(readEntry);
  const entry = allowed.find(
    ({ name }) => name === wanted || (name.endsWith("*") && wanted.startsWith(name.slice(0, -1))),
  );
  if (entry === undefined) return `${folder} may not import ${wanted}`;
  if (entry.names === undefined) return undefined;
  if (found.names !== undefined && found.names.every((name) => entry.names?.includes(name))) return undefined;
  return `${folder} may import of ${wanted} only ${entry.names.join(", ")}`;
}

/** `folder { A, B }` → just these names of it. */
function readEntry(entry: string): { readonly name: string; readonly names: readonly string[] | undefined } {
  const [, name = entry, names] = /^(\S+) \{ (.+) \}$/.exec(entry) ?? [];
  return { name, names: names?.split(", ") };
}

/** What a row names, without the details: for questions about the table itself. */
export const entriesOf = (folder: string): readonly string[] =>
  (IMPORT_TABLE[folder] ?? []).map((entry) => readEntry(entry).name);
