import { useEffect, useMemo, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { NO_DRESS, useBoard, useUi } from "../state/index.ts";
import { createDresser } from "./dress.tsx";
import { createWardrobe } from "./wardrobe.ts";
import { encodeColour, encodeSize } from "./encode.ts";
import { HypothesisAnswer } from "./HypothesisAnswer.tsx";
import { Legend } from "./Legend.tsx";
import { isSupposing } from "./suppose.ts";
import { useHypothesis } from "./useHypothesis.ts";
import { useHypothesisEscape } from "./useHypothesisEscape.ts";
import { useReadingSource } from "./useReadingSource.ts";

/** What lies over the board for this person's eyes alone: a hypothesis and what follows from it, and readings as colour and size. */
export const Overlays = () => {
  const text = useText();
  const { ui } = useBoard();
  const source = useReadingSource();
  const hypothesis = useHypothesis();
  const overlay = useUi((state) => state.overlay);
  const colour = useMemo(() => encodeColour(overlay?.colourBy, source, text), [overlay, source, text]);
  const size = useMemo(() => encodeSize(overlay?.sizeBy, source, text), [overlay, source, text]);
  const dresser = useRef(createDresser());
  const wardrobe = useRef(createWardrobe((dress) => ui.set({ dress })));
  useHypothesisEscape();

  useEffect(() => {
    const { answer, levels = NO_LEVELS } = hypothesis ?? {};
    wardrobe.current.put(
      dresser.current({ cards: source.cards, effects: answer?.effects, levels, colour, size, text }),
    );
  }, [source, hypothesis, colour, size, text]);
  useEffect(() => {
    const { close } = wardrobe.current;
    return () => {
      close();
      ui.set({ dress: NO_DRESS });
    };
  }, [ui]);

  return (
    <>
      {hypothesis && isSupposing(hypothesis) && <HypothesisAnswer hypothesis={hypothesis} />}
      {hypothesis?.kept && <HypothesisAnswer hypothesis={hypothesis.kept} />}
      {overlay && (colour ?? size) && <Legend colour={colour} size={size} />}
    </>
  );
};
const NO_LEVELS = new Map<never, number>();
