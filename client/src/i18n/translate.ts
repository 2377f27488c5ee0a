/** The forms of a sentence by number, those that its language has. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
/** A sentence, or its forms by number. The count is always the placeholder `{n}`. */
export type Message = string | Forms;
export type Values = Readonly<Record<string, string | number>>;

/** The other language's shape of a set of messages: the same keys, each plural a plural. */
export type Translated<Source extends Readonly<Record<string, Message>>> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : { readonly one: string; readonly other: string };
};

/** The names between braces in a sentence: `"{n} of {total}"` → `"n" | "total"`. */
export type Placeholders<Text> = Text extends string
  ? Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholders<Rest>
    : never
  : Text extends { readonly one: infer One; readonly other: infer Other }
    ? Placeholders<One> | Placeholders<Other> | "n"
    : never;

/**
 * Makes the sentence of a message: picks the form by the language's own plural rules, fills the placeholders in. Numbers are written as the
 * language writes them. A placeholder without a value is left out, so that a fault never puts braces before a reader.
 * @param rules the locale whose plural rules the forms follow, where the sentence is in another language than the page
 */
export const translate = (message: Message, locale: string, values: Values = {}, rules = locale): string => {
  const text = typeof message === "string" ? message : formOf(message, rules, Number(values["n"] ?? 0));
  return text.replaceAll(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name];
    if (typeof value === "number") return formatNumber(value, locale) + stop;
    // what a person wrote may end its sentence itself
    return (value ?? "") + (/[?!…]$/.test(value ?? "") ? "" : stop);
  });
};

/** What formats is made once and kept: making one takes longer than what hundreds of figures need. */
const kept = new Map<string, unknown>();
const keep = <Format>(key: string, make: () => Format): Format => {
  if (!kept.has(key)) kept.set(key, make());
  // a key names the make
  return kept.get(key) as Format;
};
const numbersIn = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  keep(locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));

const formOf = (forms: Forms, locale: string, n: number): string =>
  forms[keep(locale, () => new Intl.PluralRules(locale)).select(n)] ?? forms.other;

const minus = (text: string): string => text.replace("-", "\u2212");

export interface NumberStyle {
  /** digits after the comma, at most; 2 when not said */
  readonly digits?: number;
  /** digits after the comma, always; as many as needed when not said */
  readonly exactly?: number;
  /** a + before what is above zero */
  readonly isSigned?: boolean;
}

const digitsOf = ({ digits = 2, exactly }: NumberStyle): Intl.NumberFormatOptions =>
  exactly === undefined
    ? { maximumFractionDigits: digits }
    : { minimumFractionDigits: exactly, maximumFractionDigits: exactly };

/** A number as the locale writes it, with a true minus (U+2212). */
export const formatNumber = (value: number, locale: string, style: NumberStyle = {}): string =>
  minus(
    numbersIn(locale, {
      ...digitsOf(style),
      signDisplay: style.isSigned === true ? "exceptZero" : "negative",
    }).format(value),
  );

/** A share (0.34) as percents: `34 %` in French with its narrow space, `34%` in English. No digits after the comma unless asked. */
export const formatPercent = (share: number, locale: string, style: NumberStyle = {}): string =>
  minus(
    numbersIn(locale, {
      style: "percent",
      ...digitsOf({ ...style, digits: style.digits ?? 0 }),
      signDisplay: style.isSigned === true ? "exceptZero" : "negative",
    })
      .format(share)
      .replace("\u00a0%", "\u202f%"),
  );

export type DateStyle = "day" | "shortDay" | "time" | "dayTime";
const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  dayTime: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

/** A moment (epoch milliseconds) in the reader's own time zone. */
export const formatDate = (at: number, locale: string, style: DateStyle = "day"): string => {
  const date = new Intl.DateTimeFormat(locale, DATE_STYLES[style]).format(at);
  // French counts the first day of a month, and Intl does not
  return locale.startsWith("fr") && style !== "time" ? date.replace(/^1(?=\s)/, "1er") : date;
};

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const STEPS = [
  { unit: "hour", ms: 60 * MINUTE },
  { unit: "minute", ms: MINUTE },
] as const;

/**
 * How many days of the reader's calendar lie between two moments: −1 is yesterday, 1 tomorrow. By midnights, since the evening of the
 * day before yesterday is less than 48 hours from this morning; rounded, since a day may have 23 or 25 hours.
 */
export const daysBetween = (at: number, now: number): number => {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(at) - midnight(now)) / DAY);
};

/** How long ago, or in how long: "2 minutes ago", from 24 hours on "yesterday"; a plain date from a week on. */
export const formatRelative = (at: number, now: number, locale: string): string => {
  const away = at - now;
  const days = Math.abs(away) < DAY ? 0 : daysBetween(at, now);
  if (Math.abs(days) >= 7) return formatDate(at, locale, "day");
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  // none after 24 hours of a day that has 25
  if (days !== 0) return format.format(days, "day");
  const step = STEPS.find(({ ms }) => Math.abs(away) >= ms);
  return step === undefined ? format.format(0, "second") : format.format(Math.trunc(away / step.ms), step.unit);
};
