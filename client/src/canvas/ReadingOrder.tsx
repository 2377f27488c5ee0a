import { readOutline, type OutlineEntry, type OutlineSection } from "@palabre/shared/outline";
import { titleOf, type BoardSnapshot } from "@palabre/shared/terms";
import { memo, useEffect, useRef, useState, type RefObject } from "react";
import { kindWord, verdictOf } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation, useBoard } from "../state/index.ts";
import { FEW_CARDS } from "./far/window.ts";
import { linkWords } from "./linkWords.ts";

/** Nobody hears a board anew at each letter that is typed on it. */
const REST_MS = 400;

/**
 * The order in which the board is read aloud: frame by frame, each card before what it does to others, then what it says beyond its title and
 * what is measured of it, however far one looks from. Cards and links stay where they are drawn; here they are only named (`aria-owns`), since
 * moving them about would take the keyboard from whoever stands on one. What lies outside the view is not in the page, and is told in words.
 */
export const ReadingOrder = () => {
  const { t } = useText();
  const root = useRef<HTMLDivElement>(null);
  const { sections, drawn } = useRestingOutline(root);
  const told = sections.map(({ frame, entries }) => {
    const title = frame && (titleOf(frame.card) || t("card.untitled"));
    return (
      <div key={frame?.card.id ?? "outside"} className="sr">
        {frame && <Entry entry={frame} drawn={drawn} />}
        {entries.length > 0 && (
          <div
            role="group"
            // alone it needs no name: there is nothing else to tell it from
            {...(sections.length > 1 && {
              "aria-label": title === undefined ? t("reading.outside") : t("reading.inFrame", { title }),
            })}
          >
            {entries.map((entry) => (
              <Entry key={entry.card.id} entry={entry} drawn={drawn} />
            ))}
          </div>
        )}
      </div>
    );
  });
  return <div ref={root}>{told}</div>;
};

interface EntryProps {
  readonly entry: OutlineEntry;
  /** the elements of what is in the page */
  readonly drawn: ReadonlySet<string>;
}

const Entry = memo(({ entry: { card, ties }, drawn }: EntryProps) => {
  const text = useText();
  const verdict = verdictOf(card, useAnnotation(card.id), text);
  const rest = card.text.slice(card.text.indexOf("\n") + 1 || card.text.length).trim();
  return (
    <>
      {drawn.has(`card-${card.id}`) ? (
        <div aria-owns={`card-${card.id}`} />
      ) : (
        <p>{[titleOf(card) || text.t("card.untitled"), kindWord(card, text)].join(", ")}</p>
      )}
      {rest !== "" && <p>{rest}</p>}
      {verdict !== undefined && <p>{verdict}</p>}
      {ties.map(({ link, way, other }) => {
        if (way === "in") return null;
        if (drawn.has(`link-${link.id}`)) return <div key={link.id} aria-owns={`link-${link.id}`} />;
        return <p key={link.id}>{linkWords(link, [titleOf(card), titleOf(other)], text)}</p>;
      })}
    </>
  );
}, isToldAlike);
Entry.displayName = "Entry";

function isToldAlike(a: EntryProps, b: EntryProps): boolean {
  if (a.entry !== b.entry) return false;
  if (a.drawn === b.drawn) return true;
  const { card, ties } = a.entry;
  const isAlike = (id: string) => a.drawn.has(id) === b.drawn.has(id);
  return isAlike(`card-${card.id}`) && ties.every(({ link }) => isAlike(`link-${link.id}`));
}

interface Reading {
  /** what the sections were read of */
  readonly snapshot: BoardSnapshot | undefined;
  readonly sections: readonly OutlineSection[];
  readonly drawn: ReadonlySet<string>;
}
const NOTHING: Reading = { snapshot: undefined, sections: [], drawn: new Set() };

/**
 * The outline as it was when the board last came to rest, and what of it was in the page; nothing of a board so large that it is painted from
 * far: the text twin reads that.
 */
function useRestingOutline(root: RefObject<HTMLElement | null>): Reading {
  const board = useBoard();
  const [reading, setReading] = useState(NOTHING);
  useEffect(() => {
    const canvas = root.current?.closest("[role=application]");
    const drawnIn = (part: ParentNode | null | undefined) =>
      [...(part?.querySelectorAll("[data-card][id], [data-link][id]") ?? [])].map(({ id }) => id);
    const read = () => {
      const snapshot = board.snapshot();
      if (snapshot.cards.size > FEW_CARDS) return setReading(NOTHING);
      setReading((last) => ({
        snapshot,
        sections: last.snapshot === snapshot ? last.sections : readOutline(snapshot).sections,
        drawn: new Set(drawnIn(canvas)),
      }));
    };
    let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(read);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, REST_MS);
    };
    const stop = board.subscribe("board", later);
    // cards and links come into the page and leave it as the view moves; what has left is named no longer, at once
    const observer = new MutationObserver((seen) => {
      const gone = new Set(
        seen.flatMap(({ removedNodes }) =>
          [...removedNodes].flatMap((node) => (node instanceof Element ? drawnIn(node) : [])),
        ),
      );
      if (gone.size > 0)
        setReading((last) =>
          last === NOTHING ? last : { ...last, drawn: new Set([...last.drawn].filter((id) => !gone.has(id))) },
        );
      later();
    });
    for (const layer of canvas?.querySelectorAll(".react-flow__nodes, .react-flow__edges") ?? [])
      observer.observe(layer, { childList: true });
    return () => {
      stop();
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [board, root]);
  return reading;
}
