import type { PostFilter } from "@palabre/shared/protocol";
import { useText } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import type { Names } from "./heardWords.ts";
import { PostRow } from "./PostRow.tsx";
import { narrowedBy } from "./postFilter.ts";
import type { Posts } from "./usePosts.ts";
import css from "./PostList.module.css";

export interface PostListProps {
  readonly listed: Posts;
  readonly filter: PostFilter;
  readonly onChange: (filter: PostFilter) => void;
  readonly names: Names;
}

/** The posts of a filter, newest first, with what went wrong and what is still to come. */
export const PostList = ({ listed, filter, onChange, names }: PostListProps) => {
  const { t, error } = useText();
  const { posts, total, hasMore, isLoading, fault, loadMore, reload, revise } = listed;
  const isNarrowed = narrowedBy(filter).length > 0;
  return (
    <>
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}{" "}
          <Button size="s" onPress={reload}>
            {t("frame.retry")}
          </Button>
        </p>
      )}
      {total === 0 && isNarrowed && <p className={css["none"]}>{t("heard.noMatch")}</p>}
      <ol className={css["posts"]} aria-busy={isLoading}>
        {posts.map((post) => (
          <PostRow
            key={post.id}
            post={post}
            themeName={post.theme === undefined ? undefined : names.themes.get(post.theme)}
            onSource={(source) => onChange({ ...filter, source })}
            onTheme={(theme) => onChange({ ...filter, theme })}
            onRevise={(to) => revise(post.id, to)}
          />
        ))}
      </ol>
      {hasMore && (
        <Button size="s" isWide isPending={isLoading} onPress={loadMore}>
          {t("heard.more")}
        </Button>
      )}
    </>
  );
};
