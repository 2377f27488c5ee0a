import { mayWrite } from "@palabre/shared/facilitation";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useStatus } from "../state/index.ts";
import { announce, classes, Icon, OfflineIcon, SavedIcon } from "../ui/index.ts";
import { statusWords } from "./statusWords.ts";
import css from "./StatusLine.module.css";

/** Under the title: where one's changes are, truly. Said aloud only when the kind of news changes. */
export const StatusLine = () => {
  const text = useText();
  const mayEdit = mayWrite(useBoard().me.role, "board");
  const { kind, tone, line } = statusWords(useStatus(), mayEdit, text);
  const heard = useRef<string>("opening");
  useEffect(() => {
    const before = heard.current;
    heard.current = kind;
    // opening is no news, and a board that opens well is heard by its title
    if (before === kind || before === "opening") return;
    announce(line, tone === "calm" ? "polite" : "assertive");
  }, [kind, tone, line]);
  return (
    <span className={classes(css["status"], css[tone])} data-status={kind}>
      <Icon of={tone === "calm" ? SavedIcon : OfflineIcon} size="meta" />
      <span className={css["words"]}>{line}</span>
    </span>
  );
};
