export { untilFetched } from "./untilFetched.ts";
