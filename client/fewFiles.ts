import { build, type Rolldown, type UserConfig } from "vite";

/** What each page begins with; who is at a page of the door's has been at the door. */
const STARTS = {
  door: ["index.html"],
  board: ["src/board/index.ts"],
  home: ["src/home/HomePage.tsx"],
  pocket: ["pocket.html", "src/pocket/index.ts"],
} as const;
const PAGES = ["door", "board", "home", "pocket"] as const;
type Page = (typeof PAGES)[number];

/**
 * Says which modules that parts share go into one file: those that the same pages begin with, and those that the same pages may ask for later.
 * The bundler gives each set of parts that share something a file of its own, so that a board asked 397 times for something, mostly for
 * less than 2 kB; it asks 211 times now, and no page loads more before it can be used. What is shared by whom is read from a first build,
 * which alone knows what is left of each module.
 */
export async function fewFiles(config: UserConfig): Promise<Rolldown.CodeSplittingGroup> {
  const names = namesOf(await firstBuild(config));
  return {
    name: (id) => names.get(id) ?? null,
    debugName: "few files",
    // they are named themselves: an import of a file never leads back to it
    includeDependenciesRecursively: false,
  };
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

async function firstBuild(config: UserConfig): Promise<Chunks> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: "silent",
    build: { ...config.build, write: false },
  });
  if (!Array.isArray(built) && !("output" in built)) throw new Error("the build only watches");
  const files = [built].flat().flatMap(({ output }) => output);
  return new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])));
}

/** The file of each shared module, by its id. */
function namesOf(chunks: Chunks): ReadonlyMap<string, string> {
  const starts = new Map(PAGES.map((page) => [page, startsOf(chunks, page)]));
  const pages = new Set([...starts.values()].flat());
  const imports = (file: string) => chunks.get(file)?.imports ?? [];
  // another page is no part of one
  const asks = (file: string) => (chunks.get(file)?.dynamicImports ?? []).filter((other) => !pages.has(other));
  const begins = PAGES.map((page) => [page, reached(starts.get(page), imports)] as const);
  const needs = PAGES.map(
    (page) => [page, reached(starts.get(page), (file) => [...imports(file), ...asks(file)])] as const,
  );
  const among = (found: typeof begins, file: string) =>
    found.flatMap(([page, files]) => (files.has(file) ? [page] : []));

  const names = new Map<string, string>();
  for (const [file, { isEntry, isDynamicEntry, moduleIds }] of chunks) {
    if (isEntry || isDynamicEntry) continue;
    const begun = withoutDoors(among(begins, file));
    // who has it by then needs no more of it; others may, and must not be given what only the first begin with
    const later = withoutDoors([...among(begins, file), ...among(needs, file)]).filter((page) => !begun.includes(page));
    if (begun.length + later.length === 0) continue;
    for (const id of moduleIds) {
      if (id === RUNTIME) continue;
      const kind = begun.length > 0 ? "first" : id.includes("/node_modules/") ? "library" : "later";
      names.set(id, [kind, ...begun, ...(begun.length > 0 && later.length > 0 ? ["for"] : []), ...later].join("-"));
    }
  }
  return names;
}

/** The bundler's own, which has its place. */
const RUNTIME = "\0rolldown/runtime.js";

/** Who is at board or home has been at the door. */
const withoutDoors = (pages: readonly Page[]): readonly Page[] =>
  [...new Set(pages)].filter((page) => page === "door" || page === "pocket" || !pages.includes("door"));

function startsOf(chunks: Chunks, page: Page): readonly string[] {
  return STARTS[page].map((module) => {
    const found = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/client/${module}`));
    if (!found) throw new Error(`the build has no part named ${module}`);
    return found.fileName;
  });
}

/** The files that are reached from some by what follows each. */
function reached(
  from: readonly string[] | undefined,
  follow: (file: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...(from ?? [])];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    left.push(...follow(file));
  }
  return found;
}
