import {
  alertIdSchema,
  raisedAlertSchema,
  themeIdSchema,
  themeSchema,
  type AlertId,
  type RaisedAlert,
  type Theme,
  type ThemeId,
} from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import { readEntries } from "./stateEntries.ts";

// read apart from the rest of `workshop`, since only who listens needs them

/** What the posts of a board speak of, by theme. */
export const readThemes = (workshop: StateDoc): ReadonlyMap<ThemeId, Theme> =>
  readEntries(workshop, "themes", themeIdSchema, themeSchema);

/** The alerts that are raised now. */
export const readAlerts = (workshop: StateDoc): ReadonlyMap<AlertId, RaisedAlert> =>
  readEntries(workshop, "alerts", alertIdSchema, raisedAlertSchema);
