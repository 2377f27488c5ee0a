import { z } from "zod/mini";

/** The languages of the interface and of sample workshops. A third one is added here and as one message file. */
export const LANGUAGES = ["fr", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema: z.ZodMiniEnum<{ [L in Language]: L }> = z.enum(LANGUAGES);
