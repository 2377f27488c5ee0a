import { withTexts } from "../../i18n/index.ts";
import { later } from "../../ui/index.ts";

const templates = () => withTexts(["phase", "run"], () => import("./TemplatesDialog.tsx"));

/** Long texts in both languages: fetched when they are asked for, and not with the panel. */
export const TemplatesDialog = later(async () => (await templates()).TemplatesDialog);
