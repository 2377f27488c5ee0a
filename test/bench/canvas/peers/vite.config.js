import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: { input: ["naive.html", "excalidraw.html", "tldraw.html"] },
  },
});
