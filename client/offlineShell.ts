import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const FILE = "serviceWorker.js";

/**
 * Builds the service worker beside the client and writes into it which files there are. It imports nothing, so its chunk is one plain script.
 *
 * By hand, for Workbox's build brings a compiler and 300 packages for three rules.
 */
export const offlineShell = (): Plugin => ({
  name: "offline-shell",
  apply: "build",
  buildStart() {
    this.emitFile({ type: "chunk", id: "src/offline/serviceWorker.ts", fileName: FILE });
  },
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const worker = bundle[FILE];
      if (worker?.type !== "chunk") throw new Error("the service worker was not built");
      if (worker.imports.length > 0) throw new Error("the service worker must not import anything");
      const files = Object.values(bundle).filter(({ fileName }) => fileName !== FILE && !/^\.|\.map$/.test(fileName));
      // an added language is kept once somebody has chosen it
      const isWanted = (file: (typeof files)[number]) =>
        file.type !== "chunk" || !/\/i18n\/languages\//.test(file.facadeModuleId ?? "");
      const hash = createHash("sha256");
      for (const file of files) hash.update(file.fileName).update(file.type === "chunk" ? file.code : file.source);
      const names = [...files.filter(isWanted).map(({ fileName }) => fileName), ...PUBLIC].sort();
      worker.code = worker.code
        .replaceAll("SHELL_FILES", JSON.stringify([...new Set(names)]))
        .replaceAll("SHELL_BUILD", JSON.stringify(hash.digest("base64url").slice(0, 16)));
    },
  },
});

/** what lies in `public` is copied, and no part of the bundle */
const PUBLIC = ["favicon.svg", "icon-192.png", "icon-512.png", "palabre.webmanifest", "theme.js"];
