export { outdated } from "./outdated.ts";
export { untilFetched } from "./untilFetched.ts";
