import { LANGUAGES, type Language } from "@palabre/shared/terms";
import type { AddedMessages } from "./messages.ts";

/** What a file of `languages` exports: the language by its own name, and the messages that it has. */
interface AddedLanguage {
  readonly name: string;
  readonly messages: AddedMessages;
}

const FOLDER = "./languages/";
const tagOf = (path: string): string => path.slice(FOLDER.length, -".ts".length);
const files = import.meta.glob<AddedLanguage>("./languages/*.ts");
// asked for under another address, so that no more than the name comes with the page; the messages wait until they are chosen
const names = import.meta.glob<string>("./languages/*.ts", { eager: true, query: "?name", import: "name" });

/** Each language that the interface speaks by its own name, by tag: who can't read the page finds theirs. */
export const SPOKEN: ReadonlyMap<string, string> = new Map([
  ["fr", "Français"],
  ["en", "English"],
  ...Object.entries(names).map(([path, name]) => [tagOf(path), name] as const),
]);

/** The language of what is written in two languages only, as templates are: the page's own, or English where it is an added one. */
export const writtenIn = (tag: string): Language => LANGUAGES.find((language) => language === tag) ?? "en";

/** The messages of an added language; none of French and English, which are whole. */
export const loadAdded = async (tag: string): Promise<AddedMessages> =>
  (await files[`${FOLDER}${tag}.ts`]?.())?.messages ?? {};
