export { createHearing, type Hearing } from "./hearing.ts";
