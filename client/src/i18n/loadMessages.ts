import type { Language } from "@palabre/shared/terms";
import type { en } from "./messages.en.ts";
import { PARTS, type LaterMessages, type PartName } from "./parts.ts";
import type { Message } from "./translate.ts";

export type Messages = typeof en & LaterMessages;
type Loaded = Record<keyof Messages, Message>;

const LOADERS: Readonly<Record<Language, () => Promise<Readonly<Record<keyof typeof en, Message>>>>> = {
  en: async () => (await import("./messages.en.ts")).en,
  fr: async () => (await import("./messages.fr.ts")).fr,
};
const loaded = new Map<Language, { readonly messages: Loaded; readonly parts: Set<PartName> }>();
const wanted = new Set<PartName>();
let hasFirst = true;

/** This page shows nothing but parts: what the others show at first is not fetched. */
export const spareFirst = (): void => {
  hasFirst = false;
};

/** From now on `loadMessages` brings these parts too, in whatever language. */
export const wantParts = (parts: Iterable<PartName>): void => {
  for (const part of parts) wanted.add(part);
};

/** Fetches the texts of a language, and the parts of it that are wanted; a page loads the one that it is read in, and no other until it is asked for. */
export const loadMessages = async (language: Language): Promise<void> => {
  if (!loaded.has(language)) {
    const first = hasFirst ? await LOADERS[language]() : {};
    // parts are added to it as they come; until then nothing that is on the screen asks for their keys
    if (!loaded.has(language)) loaded.set(language, { messages: { ...first } as Loaded, parts: new Set() });
  }
  const { messages, parts } = loaded.get(language) ?? raise(language);
  const isMissing = (part: PartName) => !parts.has(part);
  // more may be wanted while some are fetched
  for (let missing = [...wanted].filter(isMissing); missing.length > 0; missing = [...wanted].filter(isMissing))
    await Promise.all(
      missing.map(async (part) => {
        Object.assign(messages, await PARTS[part][language]());
        parts.add(part);
      }),
    );
};

/** @throws when they were never loaded: the page shows nothing before they are */
export const messagesOf = (language: Language): Readonly<Loaded> => (loaded.get(language) ?? raise(language)).messages;

const raise = (language: Language): never => {
  throw new Error(`the texts in ${language} are not loaded`);
};
