export { tidyUp } from "./tidyUp.ts";
