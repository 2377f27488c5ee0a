import { isTrashed, titleOf, type CardId } from "@palabre/shared/terms";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, useUi, viewOf } from "../state/index.ts";
import {
  announce,
  ChevronDownIcon,
  ChevronUpIcon,
  classes,
  CloseIcon,
  IconButton,
  Icon,
  SearchIcon,
} from "../ui/index.ts";
import { findText, type Hit } from "./findText.ts";
import { placeBeside, placeOf, type Found } from "./placeOf.ts";
import css from "./FindBar.module.css";

export interface FindBarProps {
  /** Brings cards into view, near enough to be read. */
  readonly onShow: (cards: readonly CardId[]) => void;
}

/** Looks for text on the board: goes from one place to the next, and leaves the person where they stopped. */
export const FindBar = ({ onShow }: FindBarProps) => {
  const { t } = useText();
  const board = useBoard();
  const snapshot = useSnapshot();
  const asked = useUi(({ finding }) => finding);
  const isCovered = useUi(({ panel }) => panel !== undefined);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found & { readonly turn: number }>(NOTHING);
  const hits = useMemo(() => findText(snapshot, query), [snapshot, query]);
  const isNothing = query.trim() !== "" && hits.length === 0;
  const place = placeOf(hits, found);
  const isHit = hits[place]?.id === found.hit?.id;
  // where it was last, for when it is a hit no more
  if (isHit && place !== found.at) setFound({ ...found, at: place });
  const go = (all: readonly Hit[], at: number) => setFound({ hit: all[at], at, turn: found.turn + 1 });

  const close = () => {
    board.ui.set({ finding: undefined, pointed: undefined });
    const { hit } = found;
    const card = hit?.type === "card" ? board.card(hit.id) : undefined;
    if (!card || isTrashed(card)) return;
    board.commands.select([card.id]);
    viewOf(board)?.focusCard(card.id);
  };
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => () => board.ui.set({ pointed: undefined }), [board]);
  useEffect(() => {
    const { hit, at } = found;
    if (!hit) {
      board.ui.set({ pointed: undefined });
      return isNothing ? saySettled(t("finding.none")) : undefined;
    }
    const { title, cards } = endsOf(board, hit);
    board.ui.set({ pointed: hit.type === "card" ? hit.id : undefined });
    if (hit.type === "link") board.commands.select([hit.id]);
    onShow(cards);
    return saySettled(t("finding.here", { n: at + 1, of: hits.length, title: title || t("finding.untitled") }));
    // by a step, and by what is typed: what anybody writes on the board meanwhile leads nobody away
    // oxlint-disable-next-line react/exhaustive-deps -- hits change with every edit of the board
  }, [board, found.turn]);

  const step = (by: 1 | -1) => go(hits, placeBeside(hits, found, by));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (event.nativeEvent.isComposing || (by === undefined && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) close();
    else step(event.shiftKey ? -1 : by);
  };
  return (
    <search className={classes(css["bar"], isCovered && css["covered"])}>
      <Icon of={SearchIcon} />
      <input
        ref={field}
        className={css["field"]}
        value={query}
        aria-label={t("finding.text")}
        placeholder={t("finding.text")}
        enterKeyHint="search"
        onChange={(event) => {
          setQuery(event.target.value);
          go(findText(snapshot, event.target.value), 0);
        }}
        onKeyDown={onKeyDown}
      />
      <span className={css["count"]}>
        {isNothing && t("finding.none")}
        {hits.length > 0 && t("finding.count", { n: place + 1, of: hits.length })}
      </span>
      <IconButton
        size="s"
        label={t("finding.previous")}
        icon={ChevronUpIcon}
        isDisabled={hits.length < (isHit ? 2 : 1)}
        onPress={() => step(-1)}
      />
      <IconButton
        size="s"
        label={t("finding.next")}
        icon={ChevronDownIcon}
        isDisabled={hits.length < (isHit ? 2 : 1)}
        onPress={() => step(1)}
      />
      <IconButton size="s" label={t("finding.close")} icon={CloseIcon} onPress={close} />
    </search>
  );
};

const NOTHING = { hit: undefined, at: 0, turn: 0 };
const STEPS: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1, F3: 1 };
/** Who types fast hears the place where they arrive, not each on the way. */
const SETTLED_MS = 500;
function saySettled(words: string): () => void {
  const timer = setTimeout(() => announce(words), SETTLED_MS);
  return () => clearTimeout(timer);
}

/** How a hit is called, and the cards that are to be seen with it. */
function endsOf(
  board: ReturnType<typeof useBoard>,
  hit: Hit,
): { readonly title: string; readonly cards: readonly CardId[] } {
  if (hit.type === "card") return { title: titleOf(board.card(hit.id) ?? { text: "" }), cards: [hit.id] };
  const link = board.link(hit.id);
  return { title: link?.label ?? "", cards: link ? [link.from, link.to] : [] };
}
