import { loadMessages, spareFirst, wantParts } from "./loadMessages.ts";
import type { PartName } from "./parts.ts";
import { SPOKEN } from "./spoken.ts";

const STORED = "palabre.language";

/** The first language of the list that Palabre speaks; French, the language of its name, when it speaks none of them. */
export const chooseLanguage = (preferred: readonly string[], spoken: Iterable<string> = SPOKEN.keys()): string => {
  const tags = [...spoken];
  return preferred.map((tag) => nearest(tag, tags)).find((tag) => tag !== undefined) ?? "fr";
};

/**
 * The locale that numbers and dates are written in: the reader's own variant of the language (`fr-CA`, `en-US`) where the browser names
 * one, else the variant of Europe, else as the language itself says.
 */
export const chooseLocale = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => tag.includes("-") && nearest(tag, [language]) !== undefined && isLocale(tag)) ??
  (language === "fr" ? "fr-FR" : language === "en" ? "en-GB" : language);

/** Some systems hand their own names on (`en-US@posix`), which `Intl` throws on. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // not the name of a locale at all
    return false;
  }
};

const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split("-")[0];
/** Of these languages the one of the same name, else one of the same family: `pt-BR` serves who reads `pt-PT`. */
const nearest = (tag: string, spoken: readonly string[]): string | undefined =>
  spoken.find((known) => known === tag) ?? spoken.find((known) => primaryOf(known) === primaryOf(tag));

export interface LanguageStore {
  readonly get: () => string;
  readonly set: (language: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Remembers the language on the device and keeps `lang` and `dir` of `<html>` true. A device that refuses storage keeps it for the visit. */
const openLanguage = (): LanguageStore => {
  const stored = readStored();
  let current = stored !== null && SPOKEN.has(stored) ? stored : chooseLanguage(navigator.languages);
  const listeners = new Set<() => void>();
  showLanguage(current);
  return {
    get: () => current,
    set: (language) => {
      if (language === current) return;
      current = language;
      showLanguage(language);
      writeStored(language);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Says on the page itself in which language it is, and from which side that is written. */
const showLanguage = (language: string): void => {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
};

/** Not every browser knows the direction of a language. */
const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/;
const directionOf = (tag: string): "ltr" | "rtl" => (RIGHT_TO_LEFT.test(tag) ? "rtl" : "ltr");

const readStored = (): string | null => {
  try {
    return localStorage.getItem(STORED);
  } catch {
    // storage is forbidden here: the browser's own languages decide
    return null;
  }
};
const writeStored = (language: string): void => {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // storage is forbidden or full: the choice holds for this visit
  }
};

let opened: LanguageStore | undefined;
/** One language for the whole page; opened at first use, so that what only computes can be tested without a browser. */
export const languageStore = (): LanguageStore => (opened ??= openLanguage());
/** Fetches the page's texts; nothing is to be drawn before. */
export const openTexts = (): Promise<void> => loadMessages(languageStore().get());
/** Switches once the texts are here; where they can't be had, the page stays as it is. */
export const setLanguage = (language: string): void =>
  void loadMessages(language).then(
    () => languageStore().set(language),
    () => undefined,
  );

/** The module that a page of its own consists of, with its texts and no others. */
export const withOnlyTexts = <Module>(
  parts: readonly PartName[],
  fetchModule: () => Promise<Module>,
): Promise<Module> => {
  spareFirst();
  return withTexts(parts, fetchModule);
};

/** A module that is fetched when it is needed, together with the texts that it shows, in the language of that moment and of any later one. */
export const withTexts = async <Module>(
  parts: readonly PartName[],
  fetchModule: () => Promise<Module>,
): Promise<Module> => {
  wantParts(parts);
  // side by side, so that none fails unheard while the other is waited for
  const [module] = await Promise.all([fetchModule(), loadSpoken()]);
  return module;
};

/** The texts of the language that is spoken by the time they are there. */
const loadSpoken = async (): Promise<void> => {
  for (let language: string | undefined; language !== languageStore().get();) {
    language = languageStore().get();
    await loadMessages(language);
  }
};
