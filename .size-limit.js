import { readFileSync } from "node:fs";

/**
 * What a page loads before it can be used, read from the build itself: the page's parts and all that they import, but nothing that
 * they ask for later. A new panel counts here only when something on the first screen imports it.
 */
const DIST = "client/dist/";
const manifest = JSON.parse(readFileSync(`${DIST}.vite/manifest.json`, "utf8"));

/** The chunks of the parts, and of what they import, each once. */
function firstLoad(parts) {
  const found = new Set();
  const take = (name) => {
    if (found.has(name)) return;
    if (manifest[name] === undefined) throw new Error(`the build has no part named ${name}`);
    found.add(name);
    for (const imported of manifest[name].imports ?? []) take(imported);
  };
  for (const part of parts) take(part);
  return [...found].map((name) => manifest[name]);
}

const unique = (paths) => [...new Set(paths)].map((path) => DIST + path);
const scriptsOf = (parts) => unique(firstLoad(parts).map(({ file }) => file));
const stylesOf = (parts) => unique(firstLoad(parts).flatMap(({ css = [] }) => css));
// French is the larger of the two languages
const BOARD = ["index.html", "src/board/index.ts", "src/i18n/messages.fr.ts"];
const HOME = ["index.html", "src/home/HomePage.tsx", "src/i18n/messages.fr.ts", "src/i18n/home.fr.ts"];
const POCKET = ["pocket.html", "src/pocket/index.ts", "src/i18n/pocket.fr.ts"];
const first = new Set(stylesOf([...BOARD, ...HOME, ...POCKET]));
const later = unique(Object.values(manifest).flatMap(({ css = [] }) => css)).filter((path) => !first.has(path));

export default [
  { name: "board page: scripts of the first load", path: scriptsOf(BOARD), gzip: true, limit: "280 kB" },
  { name: "home page: scripts of the first load", path: scriptsOf(HOME), gzip: true, limit: "158 kB" },
  { name: "phone's page: scripts of the first load", path: scriptsOf(POCKET), gzip: true, limit: "110 kB" },
  { name: "phone's page: styles of the first load", path: stylesOf(POCKET), gzip: true, limit: "8 kB" },
  { name: "styles of the first load, of both pages", path: stylesOf([...BOARD, ...HOME]), gzip: true, limit: "22 kB" },
  { name: "styles that come with panels and dialogs", path: later, gzip: true, limit: "40 kB" },
];
