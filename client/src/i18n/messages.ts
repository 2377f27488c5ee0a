import type { en } from "./messages.en.ts";
import type { LaterMessages } from "./parts.ts";

/** Every message of the interface, by its key: those that come with the page and those of all parts. */
export type Messages = typeof en & LaterMessages;

/**
 * The messages of a language that a file of `languages` adds: any of the keys; those that are missing are said in English.
 *
 * `Form` names the plural forms of the language, as `new Intl.PluralRules(tag).resolvedOptions().pluralCategories` does:
 * `AddedMessages<"one" | "few" | "many" | "other">` for Polish.
 */
export type AddedMessages<Form extends Intl.LDMLPluralRule = "other"> = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string ? string : Readonly<Record<Form | "other", string>>;
};
