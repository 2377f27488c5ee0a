import { later } from "../../ui/index.ts";

/** Long texts in both languages: fetched when they are asked for, and not with the panel. */
export const TemplatesDialog = later(async () => (await import("./TemplatesDialog.tsx")).TemplatesDialog);
