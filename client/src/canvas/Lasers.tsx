import type { Pair, PersonColour } from "@palabre/shared/terms";
import { useEffect, useRef } from "react";
import { useBoard, useUi } from "../state/index.ts";
import { fade, glowsOf, lengthen, type TrailPoint } from "./trail.ts";
import css from "./Lasers.module.css";

interface Light {
  readonly colour: PersonColour;
  readonly trail: readonly TrailPoint[];
}
const OWN = 0;

export interface LasersProps {
  readonly zoom: number;
  /** where a point of the window lies on the board */
  readonly toBoard: (point: { readonly x: number; readonly y: number }) => Pair;
}

/** Trails of light where people point with a laser, one's own too; drawn frame by frame, and only while something glows. Stands where board px hold. */
export const Lasers = ({ zoom, toBoard }: LasersProps) => {
  const board = useBoard();
  const isOwn = useUi(({ tool }) => tool.type === "laser");
  const layer = useRef<SVGGElement>(null);
  const width = useRef(zoom);
  useEffect(() => void (width.current = zoom), [zoom]);

  useEffect(() => {
    const lights = new Map<number, Light>();
    let frame: number | undefined;
    const draw = (): void => {
      frame = undefined;
      const now = performance.now();
      const group = layer.current;
      if (!group) return;
      const lines: SVGLineElement[] = [];
      for (const [client, light] of lights) {
        const trail = fade(light.trail, now);
        if (trail.length === 0) lights.delete(client);
        else lights.set(client, { ...light, trail });
        for (const { from, to, light: left } of glowsOf(trail, now)) lines.push(lineOf(from, to, light.colour, left));
      }
      group.style.strokeWidth = String(STROKE_PX / width.current);
      group.replaceChildren(...lines);
      if (lights.size > 0) frame = requestAnimationFrame(draw);
    };
    const point = (client: number, colour: PersonColour, at: Pair): void => {
      lights.set(client, { colour, trail: lengthen(lights.get(client)?.trail ?? [], at, performance.now()) });
      frame ??= requestAnimationFrame(draw);
    };
    const look = (): void => {
      for (const { client, presence } of board.others())
        if (presence.laser && presence.cursor) point(client, presence.user.colour, presence.cursor);
    };
    const onMove = (event: PointerEvent): void => {
      // on the canvas only: elsewhere the pointer is a pointer
      if (event.target instanceof Element && event.target.closest("[data-canvas]"))
        point(OWN, board.me.colour, toBoard({ x: event.clientX, y: event.clientY }));
    };
    look();
    const unsubscribe = board.subscribe("presence", look);
    if (isOwn) window.addEventListener("pointermove", onMove);
    return () => {
      unsubscribe();
      window.removeEventListener("pointermove", onMove);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [board, isOwn, toBoard]);
  return (
    <svg className={css["lasers"]} aria-hidden="true" data-lasers>
      <g ref={layer} />
    </svg>
  );
};

const STROKE_PX = 5;
const SVG = "http://www.w3.org/2000/svg";

function lineOf(from: Pair, to: Pair, colour: PersonColour, light: number): SVGLineElement {
  const line = document.createElementNS(SVG, "line");
  const [x1, y1, x2, y2] = [from[0], from[1], to[0], to[1]];
  for (const [name, value] of Object.entries({ x1, y1, x2, y2, opacity: light.toFixed(2) }))
    line.setAttribute(name, String(value));
  line.style.stroke = `var(--person-${colour})`;
  return line;
}
