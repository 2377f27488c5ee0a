import { loadMessages, messagesOf, wantParts } from "./loadMessages.ts";
import { PARTS, type PartName } from "./parts.ts";
import { textOf, type Text } from "./useText.ts";

/** The texts of any language, all parts of them, for what is no page: a page fetches one language, and its parts as they are needed. */
export const textIn = async (tag: string, locale: string): Promise<Text> => {
  wantParts(Object.keys(PARTS) as PartName[]);
  await loadMessages(tag);
  return textOf(messagesOf(tag), tag, locale);
};
