export { openTexts, setLanguage, withOnlyTexts, withTexts } from "./language.ts";
export { SPOKEN } from "./spoken.ts";
export { textIn } from "./textIn.ts";
export { daysBetween } from "./translate.ts";
export { useText, type MessageKey, type Text } from "./useText.ts";
