export * from "./detectLanguage.ts";
