import { useMemo, useSyncExternalStore } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { Language } from "@palabre/shared/terms";
import { chooseLocale, languageStore } from "./language.ts";
import { messagesOf, type Spoken } from "./loadMessages.ts";
import type { Messages } from "./messages.ts";
import { writtenIn } from "./spoken.ts";
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatRelative,
  translate,
  type DateStyle,
  type NumberStyle,
  type Placeholders,
  type Values,
} from "./translate.ts";

export type MessageKey = keyof Messages;
/** Nothing where the sentence has no placeholder, else a value for each of them. */
type Filling<Key extends MessageKey> = [Placeholders<Messages[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Messages[Key]>, string | number>>];

export interface Text {
  /** the tag of the language that the page speaks: `fr`, `en`, or an added one */
  readonly tag: string;
  /** the one of the two languages in which templates and agendas are read */
  readonly language: Language;
  /** the locale of numbers and dates, `fr-FR` for instance */
  readonly locale: string;
  /** the sentence of a key; a placeholder that is forgotten does not compile */
  readonly t: <Key extends MessageKey>(key: Key, ...filling: Filling<Key>) => string;
  /** what happened and what to do, for a fault of the closed list */
  readonly error: (fault: Pick<AppError, "code" | "details">) => string;
  readonly number: (value: number, style?: NumberStyle) => string;
  /** of a share: 0.34 is 34 % */
  readonly percent: (share: number, style?: NumberStyle) => string;
  /** with + or − before it, nothing before zero */
  readonly signed: (value: number, style?: NumberStyle) => string;
  readonly date: (at: number, style?: DateStyle) => string;
  readonly relativeTime: (at: number, now?: number) => string;
}

/** All the text tools of one language. */
export const textOf = ({ messages, added }: Spoken, tag: string, locale: string): Text => {
  const language = writtenIn(tag);
  const say = (key: MessageKey, values?: Values): string =>
    translate(messages[key], locale, values, key in added ? tag : language);
  return {
    tag,
    language,
    locale,
    t: (key, ...[values]) => say(key, values as Values | undefined),
    error: ({ code, details }) => say(`error.${code}`, details),
    number: (value, style) => formatNumber(value, locale, style),
    percent: (share, style) => formatPercent(share, locale, style),
    signed: (value, style) => formatNumber(value, locale, { ...style, isSigned: true }),
    date: (at, style) => formatDate(at, locale, style),
    relativeTime: (at, now = Date.now()) => formatRelative(at, now, locale),
  };
};

/** The texts of the page in its language; every reader follows when the language is switched. */
export const useText = (): Text => {
  const { subscribe, get } = languageStore();
  const tag = useSyncExternalStore(subscribe, get);
  return useMemo(() => textOf(messagesOf(tag), tag, chooseLocale(tag, navigator.languages)), [tag]);
};
