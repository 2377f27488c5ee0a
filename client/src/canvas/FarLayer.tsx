import { useStoreApi } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { useUi } from "../state/index.ts";
import { useTheme } from "../ui/index.ts";
import type { CanvasFlow } from "./useFlow.ts";
import { createFarPictures } from "./far/farPictures.ts";
import type { Scene } from "./far/paintBoard.ts";
import css from "./FarLayer.module.css";

/**
 * What is painted beneath what is in the page, for the eye only: from far one picture of all that rests and one of what is carried; near
 * by only the links of what is carried.
 */
export const FarLayer = ({ flow }: { readonly flow: CanvasFlow }) => {
  const store = useStoreApi();
  const selection = useUi((ui) => ui.selection);
  const dress = useUi((ui) => ui.dress);
  const { shown } = useTheme();
  const layer = useRef<HTMLDivElement>(null);
  const [resting, carried] = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)];
  const { drawn, lit, here, moved, isFar } = flow;
  const scene = useMemo(
    (): Scene => ({
      ...drawn,
      selection,
      lit,
      colourOf: (card) => dress.get(card)?.colour,
      personOf: (card) => {
        const who = here.get(card);
        return who && `var(--person-${who.colour})`;
      },
    }),
    [drawn, selection, lit, dress, here],
  );

  const pictures = useRef<ReturnType<typeof createFarPictures>>(undefined);
  useEffect(() => {
    if (!layer.current || !resting.current || !carried.current) return;
    const made = createFarPictures(layer.current, resting.current, carried.current);
    const look = () => {
      const { transform, width, height } = store.getState();
      made.look(transform, [width, height]);
    };
    look();
    pictures.current = made;
    const forget = store.subscribe(look);
    return () => {
      forget();
      made.end();
      pictures.current = undefined;
    };
    // another theme has other colours
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, shown]);
  // after the pictures are there
  useEffect(() => pictures.current?.show(scene, moved, isFar), [scene, moved, isFar, shown]);
  return (
    <div ref={layer} className={css["layer"]} aria-hidden="true">
      <canvas ref={resting} className={css["picture"]} />
      <canvas ref={carried} className={css["picture"]} />
    </div>
  );
};
