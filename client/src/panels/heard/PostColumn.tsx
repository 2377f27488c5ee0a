import type { PostFilter } from "@palabre/shared/protocol";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { FilterIcon, IconButton, Menu, MoreIcon } from "../../ui/index.ts";
import { countWord, facetWord } from "./heardWords.ts";
import { Narrowed } from "./Narrowed.tsx";
import { PostFilters } from "./PostFilters.tsx";
import { PostList } from "./PostList.tsx";
import { narrowedBy } from "./postFilter.ts";
import { SearchWords } from "./SearchWords.tsx";
import { useNames } from "./useNames.ts";
import { usePosts } from "./usePosts.ts";
import css from "./PostColumn.module.css";

export interface PostColumnProps {
  /** from 1 */
  readonly place: number;
  readonly of: number;
  readonly filter: PostFilter;
  readonly onChange: (filter: PostFilter) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One of the streams that stand side by side; its head says what it is narrowed to. */
export const PostColumn = ({ place, of, filter, onChange, onMove, onRemove }: PostColumnProps) => {
  const text = useText();
  const { t } = text;
  const listed = usePosts(filter);
  const names = useNames(listed.posts);
  const [isOpen, setOpen] = useState(false);
  const facets = narrowedBy(filter);
  const title =
    facets.length === 0
      ? t("heard.allKinds")
      : facets.map((facet) => facetWord(filter, facet, names, text)).join(" · ");
  return (
    <section className={css["column"]} aria-label={t("heard.column", { n: place })}>
      <header className={css["head"]}>
        <h2 className={css["title"]}>{title}</h2>
        <small>{listed.total !== undefined && countWord(text.number(listed.total), listed, text)}</small>
        <IconButton
          size="s"
          label={t("heard.filterOf")}
          icon={FilterIcon}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
        {of > 1 && (
          <Menu
            label={t("heard.settings")}
            trigger={<IconButton size="s" label={t("heard.settings")} icon={MoreIcon} />}
            items={[
              ...(place > 1 ? [{ id: "left", label: t("heard.moveLeft"), onAction: () => onMove(-1) }] : []),
              ...(place < of ? [{ id: "right", label: t("heard.moveRight"), onAction: () => onMove(1) }] : []),
              { id: "remove", label: t("heard.removeColumn"), onAction: onRemove },
            ]}
          />
        )}
      </header>
      {isOpen && (
        <div className={css["tools"]}>
          <SearchWords query={filter.query ?? ""} onChange={(query) => onChange({ ...filter, query })} />
          <PostFilters filter={filter} onChange={onChange} names={names} />
          <Narrowed filter={filter} onChange={onChange} names={names} />
        </div>
      )}
      <div className={css["posts"]}>
        <PostList listed={listed} filter={filter} onChange={onChange} names={names} />
      </div>
    </section>
  );
};
