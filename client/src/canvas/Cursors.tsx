import type { Pair } from "@palabre/shared/terms";
import { useReactFlow, ViewportPortal } from "@xyflow/react";
import { memo, useCallback, type CSSProperties } from "react";
import { useOthers, useUi, useWorkshop } from "../state/index.ts";
import { later } from "../ui/index.ts";
import { useZoom } from "./view.ts";
import css from "./Cursors.module.css";

const Lasers = later(async () => (await import("./Lasers.tsx")).Lasers);

/** Where the others point, with their names, unless that is hidden from all; always the same size, whatever the zoom. */
export const Cursors = memo(() => {
  const others = useOthers();
  const { areCursorsHidden } = useWorkshop().together;
  const zoom = useZoom();
  const isOwn = useUi(({ tool }) => tool.type === "laser");
  const { screenToFlowPosition } = useReactFlow();
  const toBoard = useCallback(
    (point: { readonly x: number; readonly y: number }): Pair => {
      const { x, y } = screenToFlowPosition(point, { snapToGrid: false });
      return [x, y];
    },
    [screenToFlowPosition],
  );
  const areLasers = isOwn || others.some(({ presence }) => presence.laser);
  return (
    <ViewportPortal>
      <div className={css["layer"]} style={{ "--unzoom": 1 / zoom } as CSSProperties} aria-hidden="true">
        {others.map(({ client, presence: { user, cursor, laser } }) =>
          cursor === undefined || (areCursorsHidden && !laser) ? null : (
            <span
              key={client}
              data-cursor={user.name}
              className={css["cursor"]}
              style={
                {
                  "--who": `var(--person-${user.colour})`,
                  transform: `translate(${cursor[0]}px, ${cursor[1]}px)`,
                } as CSSProperties
              }
            >
              <span className={css["sized"]}>
                <svg width="18" height="20" viewBox="0 0 18 20">
                  <path d="M2 1.5 15.5 9.2 9.3 11.1 6.2 17.5Z" />
                </svg>
                <b>{user.name}</b>
              </span>
            </span>
          ),
        )}
      </div>
      {areLasers && <Lasers zoom={zoom} toBoard={toBoard} />}
    </ViewportPortal>
  );
});
Cursors.displayName = "Cursors";
