import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { readImports, type SourceFile } from "./architecture/readImports.ts";
import { readTree } from "./architecture/readTree.ts";

const sources = new Map(
  readTree(["client/src"], /\.tsx?$/)
    .filter(({ path }) => !/\.test\.|\/i18n\//.test(path))
    .map((file) => [file.path, file]),
);
const parts = [...(readTree(["client/src/i18n"], /\/parts\.ts$/)[0]?.text ?? "").matchAll(/^ {2}(\w+): part\(/gm)].map(
  ([, part = ""]) => part,
);
const isLater = new RegExp(`["\`](${parts.join("|")})\\.[a-z]`, "g");

const partsUsedIn = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(isLater)].map(([, part = ""]) => part);
const pathTo = (from: SourceFile, specifier: string): string => posix.join(posix.dirname(from.path), specifier);

/** What a module brings with it at once: all that it imports, and what that imports. */
function closureOf(path: string, seen = new Map<string, SourceFile>()): ReadonlyMap<string, SourceFile> {
  const file = sources.get(path);
  if (!file || seen.has(path)) return seen;
  seen.set(path, file);
  const later = new Set([...file.text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, specifier]) => specifier));
  for (const { specifier } of readImports(file))
    if (specifier.startsWith(".") && !later.has(specifier)) closureOf(pathTo(file, specifier), seen);
  return seen;
}

/** Each module that is fetched by itself, with the parts of the texts that are named beside it. */
const roots = [
  { path: "client/src/main.tsx", named: [] as readonly string[] },
  ...[...sources.values()].flatMap((file) =>
    [...file.text.matchAll(/(?:with(?:Only)?Texts\(\s*\[([^\]]*)\],\s*\(\) => )?\bimport\("(\.[^"]+)"\)/g)].map(
      ([, named = "", specifier = ""]) => ({
        path: pathTo(file, specifier),
        named: [...named.matchAll(/"(\w+)"/g)].map(([, part = ""]) => part),
      }),
    ),
  ),
].filter(({ path }) => sources.has(path));

describe("the texts that are fetched later", () => {
  it("[P30] are named wherever a module is fetched that shows them, so that nothing shows without its texts", () => {
    expect(parts).toContain("history");
    expect(roots.length).toBeGreaterThan(10);
    const missing = roots.flatMap(({ path, named }) =>
      [...closureOf(path).values()].flatMap((file) =>
        partsUsedIn(file)
          .filter((part) => !named.includes(part))
          .map((part) => `${path} is fetched without "${part}", which ${file.path} shows`),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it("[P30] are all that a page shows that fetches no others", () => {
    const firsts = [
      ...(readTree(["client/src/i18n"], /\/messages\.en\.ts$/)[0]?.text ?? "").matchAll(/^ {2}\.\.\.(\w+),/gm),
    ];
    const isFirst = new RegExp(`["\`](${firsts.map(([, name = ""]) => name).join("|")})\\.[a-z]`, "g");
    expect(firsts.length).toBeGreaterThan(5);
    const bare = [...sources.values()].flatMap((file) =>
      [...file.text.matchAll(/withOnlyTexts\([^)]*\(\) => import\("(\.[^"]+)"\)/g)].map(([, specifier = ""]) =>
        pathTo(file, specifier),
      ),
    );
    expect(bare).toEqual(["client/src/pocket/index.ts"]);
    const foreign = bare.flatMap((path) =>
      [...closureOf(path).values()]
        .filter((file) => [...file.text.matchAll(isFirst)].length > 0)
        .map((file) => `${path} shows ${file.path}`),
    );
    expect(foreign).toEqual([]);
  });

  it("[P30] are named only where they are shown", () => {
    const idle = roots.flatMap(({ path, named }) => {
      const used = new Set([...closureOf(path).values()].flatMap(partsUsedIn));
      return named.filter((part) => !used.has(part)).map((part) => `${path} is fetched with "${part}" for nothing`);
    });
    expect(idle).toEqual([]);
  });
});
