import type { DESK_MAPS, WORKSHOP_MAPS } from "./layout.ts";

export type WorkshopMap = (typeof WORKSHOP_MAPS)[number];
export type DeskMap = (typeof DESK_MAPS)[number];

/** A plain fact of `workshop` or `desk` to write; `undefined` deletes. */
export interface StateChange {
  readonly map: WorkshopMap | DeskMap;
  readonly key: string;
  readonly value: object | string | undefined;
}
