export { setLanguage } from "./language.ts";
export { textIn, useText, type MessageKey, type Text } from "./useText.ts";
