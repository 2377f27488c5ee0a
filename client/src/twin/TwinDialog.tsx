import { readOutline } from "@palabre/shared/outline";
import { titleOf, type CardId } from "@palabre/shared/terms";
import { useEffect, useState, type KeyboardEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useMayEdit, useSnapshot, useUi, useWorkshop } from "../state/index.ts";
import { isForLostField } from "../typing/index.ts";
import { Dialog, matchesKey, TextField, type Key } from "../ui/index.ts";
import { AddCard } from "./AddCard.tsx";
import { findIn } from "./findIn.ts";
import { takeBack } from "./takeBack.ts";
import { TwinBar } from "./TwinBar.tsx";
import { TwinSection } from "./TwinSection.tsx";
import { useCountTold } from "./useCountTold.ts";
import css from "./Twin.module.css";

/** The whole board as an outline in sentences, in which everything can be read, changed and printed without the canvas. */
export const TwinDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "twin");
  return (
    <Dialog size="full" title={t("twin.title")} isOpen={isOpen} onClose={() => ui.set({ dialog: undefined })}>
      {isOpen && <Twin />}
    </Dialog>
  );
};

const UNDO: Key = { key: "z", ctrl: true };
const REDO: readonly Key[] = [
  { key: "z", ctrl: true, shift: true },
  { key: "y", ctrl: true },
];

const Twin = () => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const mayEdit = useMayEdit();
  const { title } = useWorkshop();
  const outline = readOutline(useSnapshot());
  const [sought, setSought] = useState("");
  const [open, setOpen] = useState<CardId>();
  const found = findIn(outline, sought, open);
  const count = t("twin.cards", { n: found.cards });
  useCountTold(sought, count);
  useLostKeys();
  const why = board.whyReadOnly();
  const onKeyDown = (event: KeyboardEvent): void => {
    // a field takes back its own letters
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const turn = matchesKey(event, UNDO) ? "undo" : REDO.some((key) => matchesKey(event, key)) ? "redo" : undefined;
    if (!turn) return;
    event.preventDefault();
    takeBack(board, turn, text);
  };
  return (
    // its keys are those of its buttons, for whoever stands anywhere in it
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css["twin"]} data-twin onKeyDown={onKeyDown}>
      <p className={css["intro"]}>
        {why ? t(WHY[why]) : t("twin.intro")} <span className="sr">{t("twin.keys")}</span>
      </p>
      <div className={css["tools"]}>
        <TextField
          label={t("twin.find")}
          isLabelHidden
          type="search"
          placeholder={t("twin.find")}
          value={sought}
          onChange={setSought}
        />
        <p className={css["count"]}>{sought === "" ? `${count}, ${t("twin.links", { n: outline.links })}` : count}</p>
        <TwinBar outline={outline} title={title} mayEdit={mayEdit} />
      </div>
      {outline.cards === 0 && <p className={css["none"]}>{mayEdit ? t("twin.empty") : null}</p>}
      {outline.cards > 0 && found.cards === 0 && found.sections.length === 0 && (
        <p className={css["none"]}>{t("twin.noneFound")}</p>
      )}
      {found.sections.map((section) => (
        <TwinSection
          key={section.frame?.card.id ?? "loose"}
          section={section}
          title={
            section.frame
              ? titleOf(section.frame.card) || t("card.untitled")
              : found.sections.length > 1
                ? t("twin.outside")
                : undefined
          }
          open={open}
          onOpen={setOpen}
          mayEdit={mayEdit}
          isSearching={sought !== ""}
        />
      ))}
      {mayEdit && sought === "" && <AddCard frame={undefined} />}
    </div>
  );
};

/** What fingers still type when their field went by itself presses nothing, wherever the keyboard went. */
function useLostKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      // what can be pressed of what is told is pressed on purpose
      const isToast = event.target instanceof Element && event.target.closest("[data-toasts]") !== null;
      if (isToast || !isForLostField(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

const WHY = { role: "twin.readOnly", frozen: "twin.frozen", muted: "twin.muted" } as const;
