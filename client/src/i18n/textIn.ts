import type { Language } from "@palabre/shared/terms";
import { en } from "./messages.en.ts";
import { fr } from "./messages.fr.ts";
import { textOf, type Text } from "./useText.ts";

/** The texts of any language at once, for what is no page: pages load one language. */
export const textIn = (language: Language, locale: string): Text =>
  textOf(language === "fr" ? fr : en, language, locale);
