/** Says the last sentence again, for the action that does. */
export { announceAgain } from "../ui/index.ts";
