export { CommentThreads } from "./CommentThreads.tsx";
export { MentionWatch } from "./MentionWatch.tsx";
export { ReactionRow } from "./ReactionRow.tsx";
