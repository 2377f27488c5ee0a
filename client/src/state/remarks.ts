import type { Edit } from "@palabre/shared/documents";
import {
  isReaction,
  newCommentId,
  reactionOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Comment,
  type CommentId,
  type LinkId,
  type PersonId,
  type Reaction,
} from "@palabre/shared/terms";

/** What a person says of things, without changing them. Each is one step of undo. */
export interface RemarkCommands {
  /** Writes a comment, or an answer to one. */
  comment(on: CardId | LinkId, text: string, replyTo?: CommentId): CommentId | undefined;
  resolveComment(comment: CommentId, isResolved: boolean): void;
  /** Takes a comment away; gives what brings it back. */
  takeBackComment(comment: CommentId): (() => void) | undefined;
  /** Sets one's reaction to a card; undefined takes it back. */
  react(card: CardId, reaction: Reaction | undefined): void;
}

export const createRemarkCommands = (
  apply: (...edits: Edit[]) => boolean,
  me: PersonId,
  now: () => number,
): RemarkCommands => ({
  comment: (on, text, replyTo) => {
    const id = newCommentId();
    const answer = replyTo === undefined ? {} : { replyTo };
    return apply({ type: "addComment", id, on, text, by: me, at: now(), ...answer }) ? id : undefined;
  },
  resolveComment: (on, isResolved) =>
    void apply({ type: "setAttributes", on, values: { resolvedAt: isResolved ? now() : undefined } }),
  takeBackComment: (comment) =>
    apply({ type: "trash", things: [comment], at: now() })
      ? () => void apply({ type: "bringBack", things: [comment] })
      : undefined,
  react: (on, reaction) => void apply({ type: "setAttributes", on, values: { [reactionOf(me)]: reaction } }),
});

/** A comment and its answers, in the order in which they were written. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  readonly isResolved: boolean;
}

/** By the comments of a board, which are the same object while only cards and links change. */
const threadsByComments = new WeakMap<BoardSnapshot["comments"], ReadonlyMap<string, readonly Thread[]>>();
const NO_THREADS: readonly Thread[] = [];
/** What was said of a thing; what was taken back is left out, with the answers to it. */
export const threadsOn = (snapshot: BoardSnapshot, on: CardId | LinkId): readonly Thread[] =>
  allThreads(snapshot.comments).get(on) ?? NO_THREADS;

function allThreads(said: BoardSnapshot["comments"]): ReadonlyMap<string, readonly Thread[]> {
  const known = threadsByComments.get(said);
  if (known) return known;
  const comments = [...said.values()]
    .filter(({ attributes }) => attributes.trashedAt === undefined)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const answers = new Map<CommentId, Comment[]>();
  for (const comment of comments) {
    if (comment.replyTo === undefined) continue;
    answers.set(comment.replyTo, [...(answers.get(comment.replyTo) ?? []), comment]);
  }
  const threads = new Map<string, Thread[]>();
  for (const first of comments) {
    if (first.replyTo !== undefined) continue;
    const thread = {
      first,
      answers: answers.get(first.id) ?? [],
      isResolved: first.attributes.resolvedAt !== undefined,
    };
    threads.set(first.on, [...(threads.get(first.on) ?? []), thread]);
  }
  threadsByComments.set(said, threads);
  return threads;
}

/** Comments of a thing that wait for an answer or an end. */
export const openComments = (snapshot: BoardSnapshot, on: CardId | LinkId): number =>
  threadsOn(snapshot, on).reduce((sum, { answers, isResolved }) => sum + (isResolved ? 0 : 1 + answers.length), 0);

/** Who reacts to a card, and how. */
export const reactionsTo = ({ extra }: Pick<Card, "extra">): ReadonlyMap<PersonId, string> =>
  new Map(
    Object.entries(extra).flatMap(([name, value]) =>
      // the name of a reaction ends in the id of its person
      isReaction(name) && typeof value === "string"
        ? [[name.slice(reactionOf("" as PersonId).length) as PersonId, value]]
        : [],
    ),
  );
