import type { Language } from "@palabre/shared/terms";
import type { en } from "./messages.en.ts";
import type { AddedMessages, Messages } from "./messages.ts";
import { PARTS, type PartName } from "./parts.ts";
import { loadAdded, writtenIn } from "./spoken.ts";
import type { Message } from "./translate.ts";

type Loaded = Record<keyof Messages, Message>;
/** What a language says: every message that is there, those of an added language where it has them, else English. */
export interface Spoken {
  readonly messages: Readonly<Loaded>;
  /** the messages of an added language; none of French and English */
  readonly added: AddedMessages;
}

const LOADERS: Readonly<Record<Language, () => Promise<Readonly<Record<keyof typeof en, Message>>>>> = {
  en: async () => (await import("./messages.en.ts")).en,
  fr: async () => (await import("./messages.fr.ts")).fr,
};
const loaded = new Map<string, Spoken & { readonly messages: Loaded; readonly parts: Set<PartName> }>();
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
export const loadMessages = async (tag: string): Promise<void> => {
  const language = writtenIn(tag);
  if (!loaded.has(tag)) {
    const [first, added] = await Promise.all([hasFirst ? LOADERS[language]() : {}, loadAdded(tag)]);
    // parts are added to it as they come; until then nothing that is on the screen asks for their keys
    if (!loaded.has(tag)) loaded.set(tag, { messages: { ...first, ...added } as Loaded, added, parts: new Set() });
  }
  const { messages, added, parts } = loaded.get(tag) ?? raise(tag);
  const isMissing = (part: PartName) => !parts.has(part);
  // more may be wanted while some are fetched
  for (let missing = [...wanted].filter(isMissing); missing.length > 0; missing = [...wanted].filter(isMissing))
    await Promise.all(
      missing.map(async (part) => {
        const texts: Readonly<Record<string, object>> = await PARTS[part][language]();
        Object.assign(messages, texts[part], added);
        parts.add(part);
      }),
    );
};

/** @throws when they were never loaded: the page shows nothing before they are */
export const messagesOf = (tag: string): Spoken => loaded.get(tag) ?? raise(tag);

const raise = (tag: string): never => {
  throw new Error(`the texts in ${tag} are not loaded`);
};
