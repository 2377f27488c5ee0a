import type { PostFilter } from "@palabre/shared/protocol";
import { useCallback, useEffect, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useUi } from "../../state/index.ts";
import { announce, Button, ColumnsIcon, FilterIcon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { countWord } from "./heardWords.ts";
import { Narrowed } from "./Narrowed.tsx";
import { PostFilters } from "./PostFilters.tsx";
import { PostList } from "./PostList.tsx";
import { narrowedBy } from "./postFilter.ts";
import { SavedSearches } from "./SavedSearches.tsx";
import { SearchWords } from "./SearchWords.tsx";
import { useNames } from "./useNames.ts";
import { usePosts } from "./usePosts.ts";
import css from "./PostStream.module.css";

const NO_FILTER: PostFilter = {};

/** All posts, newest first, narrowed by words, source, kind, feeling, theme, language and date. */
export const PostStream = () => {
  const text = useText();
  const { t } = text;
  const { ui } = useBoard();
  const filter = useUi(({ postFilter }) => postFilter) ?? NO_FILTER;
  const set = (postFilter: PostFilter): void => ui.set({ postFilter });
  const listed = usePosts(filter);
  const names = useNames(listed.posts);
  const [isOpen, setOpen] = useState(false);
  const isNarrowed = narrowedBy(filter).length > 0;
  const onQuery = useCallback(
    (query: string | undefined): void => ui.set({ postFilter: { ...ui.get().postFilter, query } }),
    [ui],
  );
  const { total, isLoading } = listed;
  useEffect(() => {
    if (isNarrowed && !isLoading && total !== undefined)
      announce(countWord(t("heard.matching", { n: total }), listed, text));
    // what comes in later is not said each time: the answer to a change is
    // oxlint-disable-next-line react/exhaustive-deps -- once for each filter that was answered
  }, [filter, isLoading]);
  return (
    <Section
      title={t("heard.stream")}
      note={
        total !== undefined && countWord(t(isNarrowed ? "heard.matching" : "heard.posts", { n: total }), listed, text)
      }
    >
      <div className={css["tools"]}>
        <SearchWords query={filter.query ?? ""} onChange={onQuery} />
        <div className={css["buttons"]}>
          <Button size="s" tone="quiet" icon={FilterIcon} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t("heard.filter")}
          </Button>
          <Button size="s" tone="quiet" icon={ColumnsIcon} onPress={() => ui.set({ isSideBySide: true })}>
            {t("heard.columns")}
          </Button>
        </div>
        {isOpen && <PostFilters filter={filter} onChange={set} names={names} />}
        <Narrowed filter={filter} onChange={set} names={names} />
        <SavedSearches filter={filter} onChange={set} />
      </div>
      <PostList listed={listed} filter={filter} onChange={set} names={names} />
    </Section>
  );
};
