import type { Plugin } from "vite";

/** What Vite calls around every `import()` of a build; it has no setting for it. */
const PRELOAD = "\0vite/preload-helper.js";

/** Every `import()` fetches what it needs by `fetchPart`, which can ask again, instead of by Vite's own preloading, which can't. */
export const firmImports = (): Plugin => {
  let isReplaced = false;
  return {
    name: "firm-imports",
    apply: "build",
    enforce: "pre",
    load: (id) => {
      if (id !== PRELOAD) return null;
      isReplaced = true;
      return `export { fetchPart as __vitePreload } from ${JSON.stringify(`${import.meta.dirname}/src/parts/fetchPart.ts`)};`;
    },
    generateBundle() {
      if (!isReplaced) this.error("Vite no longer asks for its preloading by this name");
    },
  };
};
