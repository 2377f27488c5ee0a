import { useEffect, useRef, useState } from "react";
import { AppError } from "@palabre/shared/errors";
import type { ListedPost, PostFilter, PostPage } from "@palabre/shared/protocol";
import { api } from "../../api/index.ts";
import { useBoard, useThemes, useWorkshop } from "../../state/index.ts";
import { joinPosts, revisePost, type PostRevision } from "./joinPosts.ts";
import { plainFilter, toPostQuery } from "./postFilter.ts";

const PAGE = 30;

export interface Posts {
  readonly posts: readonly ListedPost[];
  /** how many there are of this filter, shown or not; undefined before it was answered */
  readonly total: number | undefined;
  /** the same with each near-copy counted, where that is another number */
  readonly withCopies: number | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly fault: AppError | undefined;
  readonly loadMore: () => void;
  readonly reload: () => void;
  /** shows otherwise what was said of one of them */
  readonly revise: (id: ListedPost["id"], to: PostRevision) => void;
}

/** What is shown, and which filter it was asked for. */
interface Shown {
  readonly filter: string;
  readonly page: PostPage;
}

/** The stream of posts for a filter, newest first; what is heard and read while it is shown comes on top. */
export function usePosts(narrowed: PostFilter): Posts {
  const { me } = useBoard();
  const { posts: heard, readAt } = useWorkshop().listening;
  // they change once new posts have been read, and with them what the posts are
  const themes = useThemes();
  const [shown, setShown] = useState<Shown>();
  const [fault, setFault] = useState<AppError>();
  const [attempt, setAttempt] = useState(0);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const filter = JSON.stringify(plainFilter(narrowed));
  /** counts the first pages, so that a late answer never covers a newer one */
  const turns = useRef(0);

  useEffect(() => {
    const turn = (turns.current += 1);
    const isLate = () => turn !== turns.current;
    api
      .posts(me.id, askedOf(filter))
      .then((first) => {
        if (isLate()) return;
        setFault(undefined);
        setShown((before) => ({ filter, page: before?.filter === filter ? withNews(first, before.page) : first }));
      })
      .catch((cause: unknown) => {
        if (!isLate()) setFault(toAppError(cause));
      });
    return () => {
      turns.current += 1;
    };
  }, [me.id, filter, heard, readAt, themes, attempt]);

  const loadMore = async (): Promise<void> => {
    const before = shown?.page.next;
    if (before === undefined) return;
    setLoadingMore(true);
    try {
      const older = await api.posts(me.id, { ...askedOf(filter), before });
      setShown((now) => {
        // another filter, or a page that was loaded anew meanwhile: these are not its next ones
        if (now?.filter !== filter || now.page.next !== before) return now;
        return {
          filter,
          page: { ...older, withCopies: now.page.withCopies, posts: [...now.page.posts, ...older.posts] },
        };
      });
    } catch (cause) {
      setFault(toAppError(cause));
    } finally {
      setLoadingMore(false);
    }
  };

  const page = shown?.page;
  return {
    posts: page?.posts ?? [],
    // of another filter it would say what is not so
    total: shown?.filter === filter ? shown.page.total : undefined,
    withCopies: shown?.filter === filter ? shown.page.withCopies : undefined,
    hasMore: page?.next !== undefined,
    isLoading: isLoadingMore || shown?.filter !== filter,
    fault,
    loadMore: () => void loadMore(),
    reload: () => setAttempt((turn) => turn + 1),
    revise: (id, to) =>
      setShown((now) => now && { ...now, page: { ...now.page, posts: revisePost(now.page.posts, id, to) } }),
  };
}

/** @param filter one that was written as JSON here */
const askedOf = (filter: string) => ({ ...toPostQuery(JSON.parse(filter) as PostFilter, Date.now()), limit: PAGE });

/** A fresh first page over the shown one. Begins anew when posts went away, or when more came than a page holds. */
function withNews(first: PostPage, shown: PostPage): PostPage {
  const joined = first.total < shown.total ? undefined : joinPosts(first.posts, shown.posts);
  if (joined === undefined) return first;
  return { ...first, posts: joined, next: joined.length > first.posts.length ? shown.next : first.next };
}

const toAppError = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError("internal", "the posts could not be listed: try again", { cause });
