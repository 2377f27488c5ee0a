import type { CardId, Comment, LinkId } from "@palabre/shared/terms";
import { useRef, useState, type ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { threadsOn, useBoard, useMayRemark, useSnapshot, useWorkshop, type Thread } from "../../state/index.ts";
import { Button, CheckIcon, IconButton, ResetIcon, showToast, TrashIcon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { CommentField } from "./CommentField.tsx";
import { partsOf } from "../../people/index.ts";
import { unsentOn } from "./unsent.ts";
import { useSaying } from "./useSaying.ts";
import css from "./CommentThreads.module.css";

/** What people say of a card or a link: threads that are open, a place to begin one, and those that are settled. */
export const CommentThreads = ({ on }: { readonly on: CardId | LinkId }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const may = useMayRemark();
  const threads = threadsOn(useSnapshot(), on);
  const place = useRef<HTMLTextAreaElement>(null);
  useSaying(on, "comment", place);
  const open = threads.filter(({ isResolved }) => !isResolved);
  const settled = threads.filter(({ isResolved }) => isResolved);
  if (!may && threads.length === 0) return null;
  return (
    <Section title={t("comments.title")} note={open.length > 0 ? t("comments.open", { n: open.length }) : undefined}>
      <ul className={css["threads"]}>
        {open.map((thread) => (
          <OpenThread key={thread.first.id} thread={thread} may={may} />
        ))}
      </ul>
      {may && (
        <CommentField
          on={on}
          place={place}
          label={t("comments.write")}
          send={t("comments.send")}
          onSend={(text) => commands.comment(on, text) !== undefined}
        />
      )}
      {settled.length > 0 && (
        <details className={css["settled"]}>
          <summary>{t("comments.settled", { n: settled.length })}</summary>
          <ul className={css["threads"]}>
            {settled.map(({ first, answers }) => (
              <li key={first.id} className={css["thread"]}>
                <Remark comment={first}>
                  {may && (
                    <IconButton
                      size="s"
                      icon={ResetIcon}
                      label={t("comments.reopen")}
                      onPress={() => commands.resolveComment(first.id, false)}
                    />
                  )}
                </Remark>
                {answers.map((answer) => (
                  <Remark key={answer.id} comment={answer} />
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};

const OpenThread = ({ thread: { first, answers }, may }: { readonly thread: Thread; readonly may: boolean }) => {
  const { t } = useText();
  const { commands, me } = useBoard();
  const [isAsked, setAsked] = useState(false);
  const [isUnsent] = useState(() => unsentOn(first.id) !== "");
  const isAnswering = isAsked || isUnsent;
  const takeBack = ({ id }: Comment): void => {
    const bringBack = commands.takeBackComment(id);
    if (bringBack)
      showToast({ text: t("comments.takenBack"), action: { label: t("frame.undo"), onAction: bringBack } });
  };
  const own = (comment: Comment) =>
    may &&
    comment.by === me.person && (
      <IconButton size="s" icon={TrashIcon} label={t("comments.takeBack")} onPress={() => takeBack(comment)} />
    );
  return (
    <li className={css["thread"]}>
      <Remark comment={first}>
        {own(first)}
        {may && (
          <IconButton
            size="s"
            icon={CheckIcon}
            label={t("comments.resolve")}
            onPress={() => commands.resolveComment(first.id, true)}
          />
        )}
      </Remark>
      {answers.map((answer) => (
        <Remark key={answer.id} comment={answer}>
          {own(answer)}
        </Remark>
      ))}
      {may && !isAnswering && (
        <Button size="s" tone="quiet" onPress={() => setAsked(true)}>
          {t("comments.answer")}
        </Button>
      )}
      {may && isAnswering && (
        <CommentField
          on={first.id}
          isAsked={isAsked}
          label={t("comments.answerTo")}
          send={t("comments.send")}
          onSend={(text) => commands.comment(first.on as CardId | LinkId, text, first.id) !== undefined}
        />
      )}
    </li>
  );
};

/** One remark: who, when, what, and what can be done with it. */
const Remark = ({ comment, children }: { readonly comment: Comment; readonly children?: ReactNode }) => {
  const { t, relativeTime, date } = useText();
  const { people } = useWorkshop();
  const author = comment.by === undefined ? undefined : people.get(comment.by)?.name;
  const names = [...people.values()].map(({ name }) => name);
  return (
    <div className={css["remark"]}>
      <p className={css["head"]}>
        <b>{author ?? t("comments.nobody")}</b>
        <time dateTime={new Date(comment.at).toISOString()} title={date(comment.at, "dayTime")}>
          {relativeTime(comment.at)}
        </time>
        <span className={css["actions"]}>{children}</span>
      </p>
      <p className={css["words"]}>
        {partsOf(comment.text, names).map(({ text, isMention }, i) =>
          isMention ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
        )}
      </p>
    </div>
  );
};
