import { parseSync, Visitor } from "vite";

/** A file as the checks see it; `path` is from the repository's root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** `names` are those taken from the module; undefined when it is taken whole (`* as`, `export *`, `import()`). */
export interface Import {
  readonly specifier: string;
  readonly names: readonly string[] | undefined;
}

/**
 * Every module that a file names, in the order of its text: `import`, `export … from`, `import()`, `import()` types, `import … = require()`.
 *
 * A parser reads the file, so that comments and strings are never taken for imports. A specifier that is computed can't be
 * checked and throws.
 */
export function readImports(file: SourceFile): readonly Import[] {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0)
    throw new Error(`${file.path} does not parse: ${errors.map((error) => error.message).join("; ")}`);
  const found: (Import & { readonly at: number })[] = [];
  new Visitor({
    ImportDeclaration(node) {
      const whole = node.specifiers.some(({ type }) => type === "ImportNamespaceSpecifier");
      const names = node.specifiers.map((part) => ("imported" in part ? nameOf(part.imported) : "default"));
      found.push({ at: node.start, specifier: node.source.value, names: whole ? undefined : names });
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      found.push({
        at: node.start,
        specifier: node.source.value,
        names: node.specifiers.map(({ local }) => nameOf(local)),
      });
    },
    ExportAllDeclaration(node) {
      found.push({ at: node.start, specifier: node.source.value, names: undefined });
    },
    ImportExpression(node) {
      if (node.source.type !== "Literal" || typeof node.source.value !== "string")
        throw new Error(`${file.path} computes what it imports`);
      found.push({ at: node.start, specifier: node.source.value, names: undefined });
    },
    TSImportType(node) {
      const name = firstName(node.qualifier);
      found.push({ at: node.start, specifier: node.source.value, names: name === undefined ? undefined : [name] });
    },
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type !== "TSExternalModuleReference") return;
      found.push({ at: node.start, specifier: node.moduleReference.expression.value, names: undefined });
    },
  }).visit(program);
  return found.toSorted((a, b) => a.at - b.at).map(({ specifier, names }) => ({ specifier, names }));
}

const nameOf = (name: { readonly name: string } | { readonly value: string }): string =>
  "name" in name ? name.name : name.value;

type Qualifier = { readonly name: string } | { readonly left: Qualifier } | object | null;
/** `import("x").A.B` takes A. */
const firstName = (qualifier: Qualifier): string | undefined => {
  if (qualifier === null) return undefined;
  if ("left" in qualifier) return firstName(qualifier.left);
  return "name" in qualifier ? qualifier.name : undefined;
};
