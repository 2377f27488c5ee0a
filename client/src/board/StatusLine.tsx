import { allowsNothing, mayWrite } from "@palabre/shared/facilitation";
import { currentPhase, wordsIn } from "@palabre/shared/terms";
import { useEffect, useRef } from "react";
import { useText, type Text } from "../i18n/index.ts";
import { useBoard, useStatus, useWorkshop } from "../state/index.ts";
import { announce, classes, Icon, OfflineIcon, SavedIcon } from "../ui/index.ts";
import { statusWords } from "./statusWords.ts";
import css from "./StatusLine.module.css";

/** Under the title: where one's changes are, truly. Said aloud only when the kind of news changes. */
export const StatusLine = () => {
  const text = useText();
  const isWriter = mayWrite(useBoard().me.role, "board");
  const why = useWhyReadOnly(text);
  const { kind, tone, line } = statusWords(
    useStatus(),
    isWriter && why === undefined,
    text,
    isWriter ? why : undefined,
  );
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

/** What keeps this person from changing anything on the board for now: a freeze, or the step that is under way. */
function useWhyReadOnly({ t, language }: Pick<Text, "t" | "language">): string | undefined {
  const { mayFacilitate, me } = useBoard();
  const { agenda, now, rules } = useWorkshop();
  if (rules.frozen && !mayFacilitate) return t("status.frozen");
  if (rules.muted.has(me.person) && !mayFacilitate) return t("status.muted");
  const phase = currentPhase(agenda, now);
  const isIdle = allowsNothing(rules.phase?.[mayFacilitate ? "facilitator" : "participant"]);
  return phase && isIdle && (mayFacilitate || phase.writing !== "silent") ? wordsIn(phase.title, language) : undefined;
}
