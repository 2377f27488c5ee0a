export { useAsked, useStructure } from "./hooks.ts";
