import { outdated } from "./outdated.ts";

/** Files that are in the page, or on their way to it. */
const fetched = new Map<string, Promise<void>>();

/** What a built module imports from beside it before it can run stands at its head: looking through all of it would hold up the page. */
const HEAD_CHARS = 16_384;
const IMPORTED = /(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g;
const IMPORTING = /import\(\s*["'`]([^"'`]+)["'`]\s*\)/;

/**
 * Fetches a part of the page with its style sheets, and only then imports it. A browser never asks again for a module that it could not have once,
 * nor for a style sheet whose link is there: with the network away for one moment, a part would be missing until the page is loaded
 * again. So its files are asked for first, as plain files, and what the module then needs comes from the browser's own cache.
 *
 * The build puts this in the place of Vite's own preloading, which every `import()` goes through.
 *
 * @param files of the part, beside its module: style sheets, and modules that may come side by side
 * @param from address of the module that imports
 * @throws when one of the files can't be had now; the next call asks again
 */
export async function fetchPart<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
  from: string = import.meta.url,
): Promise<Module> {
  const own = IMPORTING.exec(String(load))?.[1];
  const wanted = own === undefined ? files : [...files, own];
  // all begin at once, and style sheets in their order
  await Promise.all(wanted.map((file) => fetchOnce(new URL(file, from).href)));
  return load();
}

function fetchOnce(address: string): Promise<void> {
  const known = fetched.get(address);
  if (known) return known;
  const coming = address.endsWith(".css") ? fetchStyles(address) : fetchModule(address);
  fetched.set(address, coming);
  coming.catch(() => fetched.delete(address));
  return coming;
}

async function fetchModule(address: string): Promise<void> {
  if (cameWithThePage(address)) return;
  const response = await fetch(address);
  // its name holds its contents: a server that runs and has none of that name has another build
  if (response.status === 404) outdated.tell();
  if (!response.ok) throw new Error(`not given: ${response.status}`);
  const text = await response.text();
  await Promise.all(
    [...text.slice(0, HEAD_CHARS).matchAll(IMPORTED)].map(([, file = ""]) => fetchOnce(new URL(file, address).href)),
  );
}

/** A module that was fetched whole has been fetched with all that it imports. */
const cameWithThePage = (address: string): boolean =>
  performance
    .getEntriesByName(address, "resource")
    .some((entry) => entry instanceof PerformanceResourceTiming && entry.responseStatus === 200);

async function fetchStyles(address: string): Promise<void> {
  if ([...document.styleSheets].some(({ href }) => href === address)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.crossOrigin = "";
  link.href = address;
  await new Promise<void>((resolve, reject) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error("not given"));
    });
    document.head.append(link);
  });
}
