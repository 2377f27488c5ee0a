import { z } from "zod/mini";

/**
 * The languages that everything is written in: the interface, templates, agendas, the operator's page. The interface alone speaks others
 * too, one for each file of `client/src/i18n/languages`.
 */
export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema: z.ZodMiniEnum<{ [L in Language]: L }> = z.enum(LANGUAGES);
