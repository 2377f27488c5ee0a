import type { Language } from "@palabre/shared/terms";
import type { en } from "./messages.en.ts";
import type { Message } from "./translate.ts";

export type Messages = typeof en;

const LOADERS: Readonly<Record<Language, () => Promise<Readonly<Record<keyof Messages, Message>>>>> = {
  en: async () => (await import("./messages.en.ts")).en,
  fr: async () => (await import("./messages.fr.ts")).fr,
};
const loaded = new Map<Language, Readonly<Record<keyof Messages, Message>>>();

/** Fetches the texts of a language; a page loads the one that it is read in, and no other until it is asked for. */
export const loadMessages = async (language: Language): Promise<void> => {
  if (!loaded.has(language)) loaded.set(language, await LOADERS[language]());
};

/** @throws when they were never loaded: the page shows nothing before they are */
export const messagesOf = (language: Language): Readonly<Record<keyof Messages, Message>> => {
  const messages = loaded.get(language);
  if (!messages) throw new Error(`the texts in ${language} are not loaded`);
  return messages;
};
