import { useEffect } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWeighedSnapshot, useSpotlit, useUi } from "../../state/index.ts";
import { announce, BareButton, classes, CloseIcon, IconButton } from "../../ui/index.ts";
import { loopName } from "./chainWords.ts";
import { Sentence } from "./Sentence.tsx";
import { marked, plainOf } from "./titles.ts";
import css from "./SpotlightSlip.module.css";

/** Over the head of the canvas while a loop or some cards are lit: which, by whom, and the way back. */
export const SpotlightSlip = () => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const spotlit = useSpotlit();
  const snapshot = useWeighedSnapshot();
  const isCovered = useUi(({ panel }) => panel !== undefined);
  const isShared = spotlit?.isShared === true;
  const words =
    spotlit === undefined
      ? undefined
      : spotlit.things.loop === undefined
        ? t("analyse.slipCards")
        : t(isShared ? "analyse.slipLoop" : "analyse.slipMine", {
            name: marked(loopName(spotlit.things, snapshot, text)),
          });
  const leave = (): void => {
    board.light(undefined);
    announce(t("analyse.slipOver"));
  };

  useEffect(() => {
    if (words !== undefined) announce(`${plainOf(words)} ${t("analyse.slipEscape")}`);
    // a title that changes meanwhile is no news
    // oxlint-disable-next-line react/exhaustive-deps -- said once for each time that something is lit
  }, [spotlit?.things]);
  useEffect(() => {
    if (spotlit === undefined) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest("input, textarea, [contenteditable], [role=listbox], [role=menu], [role=dialog]"))
        return;
      event.preventDefault();
      event.stopPropagation();
      board.light(undefined);
      announce(t("analyse.slipOver"));
    };
    // before the panel or the canvas takes the key for itself
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [spotlit, board, t]);

  if (words === undefined) return null;
  return (
    <div
      className={classes(css["slip"], isCovered && css["covered"])}
      role="region"
      aria-label={t("analyse.loops")}
      data-spotlight
    >
      <p>
        <Sentence of={words} />
      </p>
      <small>{t("analyse.slipEscape")}</small>
      {isShared && board.mayFacilitate && (
        <BareButton
          className={css["end"]}
          onPress={() => void board.conduct.spotlight(undefined).catch(() => undefined)}
        >
          {t("analyse.slipEnd")}
        </BareButton>
      )}
      <IconButton size="s" label={t("analyse.slipBack")} icon={CloseIcon} onPress={leave} />
    </div>
  );
};
