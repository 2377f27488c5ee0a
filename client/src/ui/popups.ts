import { later } from "./later.tsx";

const menu = () => import("./MenuPopup.tsx");
const dialog = () => import("./DialogSheet.tsx");
const tooltip = () => import("./TooltipPopup.tsx");

/** What opens over the page is on no first screen: it is fetched when it is first opened, or ahead of that. */
export const MenuPopup = later(async () => (await menu()).MenuPopup);
export const DialogSheet = later(async () => (await dialog()).DialogSheet);
export const TooltipPopup = later(async () => (await tooltip()).TooltipPopup);

/** Fetches them ahead of need, so that they open at once, and still do when the connection is gone by then. */
export async function fetchPopups(): Promise<void> {
  await Promise.all([menu(), dialog(), tooltip()]);
}
