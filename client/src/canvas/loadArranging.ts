import { withTexts } from "../i18n/index.ts";

/** What arranges the board is fetched by the canvas once that is seen. */
export const loadArranging = () => withTexts(["arrange"], () => import("./arrange/index.ts"));
