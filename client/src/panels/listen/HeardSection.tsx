import { useWorkshop } from "../../state/index.ts";
import { PostStream, Suggestions, Themes } from "../heard/index.ts";

/** What was heard, once there is something: what could be put on the board, what is spoken of, and every post. */
export const HeardSection = () =>
  useWorkshop().listening.posts > 0 ? (
    <>
      <Suggestions />
      <Themes />
      <PostStream />
    </>
  ) : undefined;
