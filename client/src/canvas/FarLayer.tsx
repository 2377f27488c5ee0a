import type { CardId } from "@palabre/shared/terms";
import { useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useUi } from "../state/index.ts";
import { useTheme } from "../ui/index.ts";
import { createCarriedLinks, type CarriedLinks } from "./far/carriedLinks.ts";
import { createFarPictures } from "./far/farPictures.ts";
import type { Scene } from "./far/paintBoard.ts";
import { useCarry, type Carry } from "./far/useCarry.ts";
import type { CanvasFlow } from "./useFlow.ts";
import css from "./FarLayer.module.css";

/**
 * What is painted beneath what is in the page, for the eye only: from far one picture of all that rests and one of what is carried; near
 * by only the links of what is carried. The steps of a hand that carries many are shown here.
 */
export const FarLayer = (carry: Carry) => {
  const scene = useScene(carry.flow);
  return carry.flow.isFar ? <PaintedBoard {...carry} scene={scene} /> : <CarriedLines {...carry} scene={scene} />;
};

interface Parts extends Carry {
  readonly scene: Scene;
}

function useScene({ drawn, lit, here }: CanvasFlow): Scene {
  const selection = useUi((ui) => ui.selection);
  const dress = useUi((ui) => ui.dress);
  const colourOf = useCallback((card: CardId) => dress.get(card)?.colour, [dress]);
  const personOf = useCallback(
    (card: CardId) => {
      const who = here.get(card);
      return who && `var(--person-${who.colour})`;
    },
    [here],
  );
  // the parts one by one: what holds them is another object each time
  const { cards, links, routes } = drawn;
  return useMemo(
    (): Scene => ({ cards, links, routes, selection, lit, colourOf, personOf }),
    [cards, links, routes, selection, lit, colourOf, personOf],
  );
}

const PaintedBoard = ({ scene, ...carry }: Parts) => {
  const store = useStoreApi();
  const { shown } = useTheme();
  const layer = useRef<HTMLDivElement>(null);
  const [resting, carried] = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)];
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
  useCarry(carry, (moved) => pictures.current?.show(scene, moved));
  return (
    <div ref={layer} className={css["layer"]} aria-hidden="true">
      <canvas ref={resting} className={css["picture"]} />
      <canvas ref={carried} className={css["picture"]} />
    </div>
  );
};

const CarriedLines = ({ scene, ...carry }: Parts) => {
  const store = useStoreApi();
  const inside = useRef<SVGSVGElement>(null);
  const outward = useRef<SVGSVGElement>(null);
  const lines = useRef<CarriedLinks>(undefined);
  useEffect(() => {
    if (!inside.current || !outward.current) return;
    const made = createCarriedLinks(inside.current, outward.current);
    lines.current = made;
    made.look(store.getState().transform);
    return store.subscribe(({ transform }, before) => {
      if (transform !== before.transform) made.look(transform);
    });
  }, [store]);
  useCarry(carry, (moved, hand) => lines.current?.show(scene, moved, hand));
  return (
    <div className={css["layer"]} aria-hidden="true">
      <svg ref={outward} className={css["picture"]} />
      <svg ref={inside} className={css["picture"]} />
    </div>
  );
};
