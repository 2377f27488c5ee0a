import { readFile } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { fewFiles } from "./fewFiles.ts";
import { firmImports } from "./firmImports.ts";
import { offlineShell } from "./offlineShell.ts";

const server = `http://localhost:${process.env["PORT"] ?? 3000}`;

/** In a dictionary of React Aria, a line of a language that Palabre is not whole in. */
const OTHERS = /^(?:import .*\/| *")(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}(?:\.m?js";|": .*)$/gm;

/**
 * React Aria brings its words in 34 languages, all with the first load; the 32 that Palabre is not whole in stay out of it. A page in one of
 * them, added as a file, hears the words of React Aria in English.
 */
const wholeLanguagesOnly = (): Plugin => ({
  name: "whole-languages-only",
  enforce: "pre",
  transform: (code, id) => (/\/react-aria[^/]*\/.*\/intlStrings\.m?js$/.test(id) ? code.replaceAll(OTHERS, "") : null),
});

/**
 * What Yjs logs by lies beside four checks of elements, which nobody here uses, and these would bring lib0's schemas with the first load: said
 * to do nothing by being made, they stay out.
 */
const withoutSchemas = (): Plugin => ({
  name: "without-schemas",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("/lib0/dom.js") ? code.replaceAll("= $.$custom(", "= /* @__PURE__ */ $.$custom(") : null,
});

/** What moves the view of the canvas. */
const VIEW_MOVERS = /\/(?:d3-(?:transition|zoom)|@xyflow\/system)\//;
const OF_VIEW = "?of-view";

/**
 * What D3 moves from one value to another may be a colour; the canvas moves its view alone, numbers all. It has a copy of D3's interpolation of
 * its own, to which nothing is a colour, so that what reads colours stays out of the first load (5 kB); charts, which come later, have the whole.
 */
const viewWithoutColours = (): Plugin => ({
  name: "view-without-colours",
  enforce: "pre",
  async resolveId(source, importer = "", options) {
    if (source === "d3-color" && (importer.endsWith(OF_VIEW) || VIEW_MOVERS.test(importer))) return "\0no-colour";
    if (source !== "d3-interpolate" || !VIEW_MOVERS.test(importer)) return null;
    const whole = await this.resolve(source, importer, { ...options, skipSelf: true });
    return whole && { ...whole, id: whole.id + OF_VIEW };
  },
  load: (id) => {
    if (id.endsWith(OF_VIEW)) return readFile(id.slice(0, -OF_VIEW.length), "utf8");
    if (id !== "\0no-colour") return null;
    const spaces = ["color", "rgb", "hsl", "lab", "hcl", "cubehelix"];
    return spaces.map((name) => `export function ${name}() { return null; }`).join("\n");
  },
});

/** In development too, the phone's own page stands at its addresses. */
const pocketPage = (): Plugin => ({
  name: "pocket-page",
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      if (/^\/p(?:\/|$)/.test(request.url ?? "")) request.url = "/pocket.html";
      next();
    });
  },
});

const config = (): UserConfig => ({
  root: import.meta.dirname,
  // relative, so that one build serves any BASE_PATH: the server writes <base> into the page
  base: "./",
  plugins: [
    wholeLanguagesOnly(),
    withoutSchemas(),
    viewWithoutColours(),
    pocketPage(),
    firmImports(),
    react(),
    offlineShell(),
  ],
  resolve: {
    conditions: ["palabre", "module", "browser", "development|production"],
    dedupe: ["yjs", "react", "react-dom"],
  },
  build: {
    target: "es2023",
    sourcemap: false,
    // what the size check reads the first load from
    manifest: true,
    // of each lazy part the names of all that it needs would weigh 6 kB of the first load: they are found when it comes. Only the two pages are
    // waited for, so theirs are named
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, parts, { hostType }) =>
        hostType === "html" || /\/(?:board|pocket)-[^/]*$/.test(file)
          ? parts
          : parts.filter((part) => part.endsWith(".css")),
    },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, pocket: `${import.meta.dirname}/pocket.html` },
      // they do nothing by being imported: each goes with the page that uses it, not with the door they share
      treeshake: {
        // React Flow wraps parts that nobody here uses (its minimap, controls, resizer) in these, at the top of one file
        manualPureFunctions: ["memo", "forwardRef"],
        moduleSideEffects: [
          {
            test: /\/client\/src\/(?:(?:api|ui|i18n|state|sync|typing)\/.*|canvas\/actionIcons)\.tsx?$/,
            sideEffects: false,
          },
        ],
      },
    },
  },
  // the host is handed on as it is: the server compares it with where the page says that it comes from
  server: { proxy: { "/api": { target: server }, "/sync": { target: server, ws: true } } },
});

export default defineConfig(async ({ command }) => {
  if (command !== "build") return config();
  const { build, ...others } = config();
  const output = { codeSplitting: { groups: [await fewFiles(config())] } };
  return { ...others, build: { ...build, rolldownOptions: { ...build?.rolldownOptions, output } } };
});
