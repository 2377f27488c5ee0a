export { CommandPalette } from "./CommandPalette.tsx";
export { FindBar } from "./FindBar.tsx";
export { ShortcutSheet } from "./ShortcutSheet.tsx";
