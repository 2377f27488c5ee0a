export { TemplatesDialog } from "./laterRun.ts";
export { RunPanel } from "./RunPanel.tsx";
