import type { ListedPost } from "@palabre/shared/protocol";
import type { SourceId, ThemeId } from "@palabre/shared/terms";
import { useMemo, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useMayEdit } from "../../state/index.ts";
import { BareButton, ExternalIcon, GripIcon, Icon, IconButton, PinIcon } from "../../ui/index.ts";
import { isWebAddress } from "../pieces/index.ts";
import { Carried } from "./Carried.tsx";
import { markText } from "./markText.ts";
import { PostLabels, type PostLabelsProps } from "./PostLabels.tsx";
import { PostReading } from "./PostReading.tsx";
import { quoteCardOfPost } from "./placing.ts";
import { usePlacing } from "./usePlacing.ts";
import css from "./PostRow.module.css";

export interface PostRowProps {
  readonly post: ListedPost;
  readonly themeName: string | undefined;
  readonly onSource: (source: SourceId) => void;
  readonly onTheme: (theme: ThemeId) => void;
  readonly onRevise: PostLabelsProps["onRevise"];
}

/** One post: what was written, word for word, how it was read, where it comes from, and what can be made of it. */
export const PostRow = ({ post, themeName, onSource, onTheme, onRevise }: PostRowProps) => {
  const { t, date } = useText();
  const { mayFacilitate } = useBoard();
  const mayEdit = useMayEdit();
  const card = useMemo(() => quoteCardOfPost(post), [post]);
  const { carried, grip, placeNow } = usePlacing(card);
  const day = date(post.at, "shortDay");
  return (
    <li className={css["post"]}>
      <PostText post={post} />
      <PostReading post={post} themeName={themeName} onTheme={onTheme} />
      <div className={css["from"]}>
        <BareButton className={css["source"]} onPress={() => onSource(post.source)}>
          {post.sourceName}
        </BareButton>
        <time dateTime={new Date(post.at).toISOString()}>{day}</time>
        <span className={css["actions"]}>
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
          {mayFacilitate && <PostLabels post={post} onRevise={onRevise} />}
          {mayEdit && <IconButton size="s" label={t("heard.keep")} icon={PinIcon} onPress={placeNow} />}
          {mayEdit && (
            <span className={css["grip"]} title={t("heard.carryQuote")} aria-hidden="true" data-grip {...grip}>
              <Icon of={GripIcon} size="card" />
            </span>
          )}
        </span>
      </div>
      <Engagement post={post} />
      <Carried card={card} carried={carried} />
    </li>
  );
};

/** Longer texts are folded at first. */
const FOLDED_LENGTH = 320;

const PostText = ({ post: { text, heard } }: { readonly post: ListedPost }) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const parts = useMemo(() => markText(text, heard?.evidence ?? []), [text, heard]);
  const isLong = text.length > FOLDED_LENGTH;
  return (
    <>
      <p className={isLong && !isOpen ? css["folded"] : css["text"]}>
        {parts.map((part, place) => (part.isMarked ? <u key={place}>{part.text}</u> : part.text))}
      </p>
      {isLong && (
        <BareButton className={css["fold"]} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? t("heard.fold") : t("heard.unfold")}
        </BareButton>
      )}
    </>
  );
};

/** What people did with it, where its source counts that; and its near-copies. */
const Engagement = ({ post: { engagement, copies } }: { readonly post: ListedPost }) => {
  const { t } = useText();
  const { react, comment, share } = engagement ?? {};
  const talk = comment === undefined && share === undefined ? undefined : (comment ?? 0) + (share ?? 0);
  const said = [
    ...(react === undefined ? [] : [t("heard.reactions", { n: react })]),
    ...(talk === undefined ? [] : [t("heard.talk", { n: talk })]),
  ];
  const isCounted = (react ?? 0) + (talk ?? 0) > 0;
  if (!isCounted && copies === 0) return null;
  return (
    <p className={css["engagement"]}>
      {isCounted && said.join(", ")}
      {isCounted && copies > 0 && " · "}
      {copies > 0 && t("heard.copies", { n: copies })}
    </p>
  );
};
