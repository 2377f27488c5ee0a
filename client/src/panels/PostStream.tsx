import { useEffect, useMemo, useState } from "react";
import { LIMITS, type SourceId } from "@palabre/shared/terms";
import type { ListedPost } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { useBoard, useDesk, useUi, type PostFilter } from "../state/index.ts";
import { Button, ExternalIcon, Icon, IconButton, CloseIcon, Select, TextField } from "../ui/index.ts";
import { Section } from "./pieces/index.ts";
import { usePosts } from "./usePosts.ts";
import { isWebAddress } from "./webAddress.ts";
import css from "./PostStream.module.css";

const NO_FILTER: PostFilter = {};
const ALL = "all";
/** How long a person pauses in typing before the stream follows. */
const PAUSE_MS = 300;

/** All posts, newest first, narrowed to a source or to words. */
export const PostStream = () => {
  const { t, error } = useText();
  const { ui } = useBoard();
  const filter = useUi(({ postFilter }) => postFilter) ?? NO_FILTER;
  const { posts, total, hasMore, isLoading, fault, loadMore, reload } = usePosts(filter);
  const isNarrowed = filter.source !== undefined || (filter.query ?? "") !== "";
  return (
    <Section
      title={t("listen.stream")}
      note={total !== undefined && t(isNarrowed ? "listen.matching" : "listen.posts", { n: total })}
    >
      <div className={css["filters"]}>
        <Words filter={filter} />
        <BySource filter={filter} />
      </div>
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}{" "}
          <Button size="s" onPress={reload}>
            {t("frame.retry")}
          </Button>
        </p>
      )}
      {total === 0 && isNarrowed && <p className={css["none"]}>{t("listen.noMatch")}</p>}
      <ol className={css["posts"]} aria-busy={isLoading}>
        {posts.map((post) => (
          <PostRow key={post.id} post={post} onSource={(source) => ui.set({ postFilter: { ...filter, source } })} />
        ))}
      </ol>
      {hasMore && (
        <Button size="s" isWide isPending={isLoading} onPress={loadMore}>
          {t("listen.more")}
        </Button>
      )}
    </Section>
  );
};

const Words = ({ filter }: { readonly filter: PostFilter }) => {
  const { t } = useText();
  const { ui } = useBoard();
  const query = filter.query ?? "";
  /** what is being typed, until the stream follows it or something else sets the query */
  const [draft, setDraft] = useState<{ readonly over: string; readonly text: string }>();
  const typed = draft?.over === query ? draft.text : query;
  const setTyped = (text: string): void => setDraft({ over: query, text });
  useEffect(() => {
    if (typed === query) return;
    const timer = setTimeout(() => ui.set({ postFilter: { ...ui.get().postFilter, query: typed } }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, query, ui]);
  return (
    <div className={css["words"]}>
      <TextField
        isLabelHidden
        label={t("listen.search")}
        placeholder={t("listen.search")}
        value={typed}
        maxLength={LIMITS.queryLength}
        onChange={setTyped}
      />
      {typed !== "" && (
        <IconButton
          size="s"
          className={css["clear"]}
          label={t("listen.clear")}
          icon={CloseIcon}
          onPress={() => {
            setTyped("");
            ui.set({ postFilter: { ...filter, query: undefined } });
          }}
        />
      )}
    </div>
  );
};

/** Only facilitators see the list of sources; the others narrow by a press on a source's name. */
const BySource = ({ filter }: { readonly filter: PostFilter }) => {
  const { t } = useText();
  const { ui } = useBoard();
  const desk = useDesk();
  const choices = useMemo(
    () => [...(desk?.sources.values() ?? [])].map(({ id, name }) => ({ id: id as string, label: name })),
    [desk],
  );
  if (choices.length < 2) {
    return (
      filter.source !== undefined && (
        <Button size="s" tone="quiet" onPress={() => ui.set({ postFilter: { ...filter, source: undefined } })}>
          {t("listen.allSources")}
        </Button>
      )
    );
  }
  return (
    <Select
      isLabelHidden
      label={t("listen.bySource")}
      choices={[{ id: ALL, label: t("listen.allSources") }, ...choices]}
      value={filter.source ?? ALL}
      onChange={(id) => ui.set({ postFilter: { ...filter, source: id === ALL ? undefined : (id as SourceId) } })}
    />
  );
};

const PostRow = ({ post, onSource }: { readonly post: ListedPost; readonly onSource: (source: SourceId) => void }) => {
  const { t, date } = useText();
  const day = date(post.at, "shortDay");
  return (
    <li className={css["post"]}>
      <p className={css["text"]}>{post.text}</p>
      <p className={css["from"]}>
        <button type="button" className={css["source"]} onClick={() => onSource(post.source)}>
          {post.sourceName}
        </button>
        <time dateTime={new Date(post.at).toISOString()}>{day}</time>
        {isWebAddress(post.url) && (
          <a
            className={css["link"]}
            href={post.url}
            target="_blank"
            rel="noreferrer external"
            aria-label={t("panel.openPost", { source: post.sourceName, day })}
          >
            <Icon of={ExternalIcon} size="meta" />
          </a>
        )}
      </p>
    </li>
  );
};
