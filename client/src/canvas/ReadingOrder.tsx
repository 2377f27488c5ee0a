import { readOutline, type OutlineEntry, type OutlineSection } from "@palabre/shared/outline";
import { titleOf } from "@palabre/shared/terms";
import { memo, useEffect, useState } from "react";
import { verdictOf } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation, useBoard } from "../state/index.ts";
import { FEW_CARDS } from "./far/window.ts";

/** Nobody hears a board anew at each letter that is typed on it. */
const REST_MS = 700;

/**
 * The order in which the board is read aloud: frame by frame, each card before what it does to others, then what it says beyond its title and
 * what is measured of it, however far one looks from. Cards and links stay where they are drawn; here they are only named (`aria-owns`), since
 * moving them about would take the keyboard from whoever stands on one.
 */
export const ReadingOrder = () => {
  const { t } = useText();
  const sections = useRestingOutline();
  return sections.map(({ frame, entries }) => {
    const title = frame && (titleOf(frame.card) || t("card.untitled"));
    return (
      <div key={frame?.card.id ?? "outside"} className="sr">
        {frame && <Entry entry={frame} />}
        {entries.length > 0 && (
          <div
            role="group"
            // alone it needs no name: there is nothing else to tell it from
            {...(sections.length > 1 && {
              "aria-label": title === undefined ? t("reading.outside") : t("reading.inFrame", { title }),
            })}
          >
            {entries.map((entry) => (
              <Entry key={entry.card.id} entry={entry} />
            ))}
          </div>
        )}
      </div>
    );
  });
};

const Entry = memo(({ entry: { card, ties } }: { readonly entry: OutlineEntry }) => {
  const text = useText();
  const verdict = verdictOf(card, useAnnotation(card.id), text);
  const rest = card.text.slice(card.text.indexOf("\n") + 1 || card.text.length).trim();
  return (
    <>
      <div aria-owns={`card-${card.id}`} />
      {rest !== "" && <p>{rest}</p>}
      {verdict !== undefined && <p>{verdict}</p>}
      {ties.map(({ link, way }) => way === "out" && <div key={link.id} aria-owns={`link-${link.id}`} />)}
    </>
  );
});
Entry.displayName = "Entry";

/** The outline as it was when the board last came to rest; nothing of a board so large that only what is seen of it is mounted: the text twin reads that. */
function useRestingOutline(): readonly OutlineSection[] {
  const board = useBoard();
  const [sections, setSections] = useState<readonly OutlineSection[]>([]);
  useEffect(() => {
    const read = () => {
      const snapshot = board.snapshot();
      setSections(snapshot.cards.size > FEW_CARDS ? [] : readOutline(snapshot).sections);
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(read);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST_MS);
    };
    const stop = board.subscribe("board", later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [board]);
  return sections;
}
