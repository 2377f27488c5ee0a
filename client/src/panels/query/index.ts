export { queryText } from "./queryText.ts";
export { QueryWords } from "./QueryWords.tsx";
