import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://localhost:${process.env["PORT"] ?? 3000}`;

export default defineConfig({
  root: import.meta.dirname,
  // relative, so that one build serves any BASE_PATH: the server writes <base> into the page
  base: "./",
  plugins: [react()],
  resolve: {
    conditions: ["source", "module", "browser", "development|production"],
    dedupe: ["yjs", "react", "react-dom"],
  },
  build: { target: "es2023", sourcemap: false, chunkSizeWarningLimit: 900 },
  server: { proxy: { "/api": server, "/sync": { target: server, ws: true } } },
});
