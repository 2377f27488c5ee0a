import { lazy } from "react";

const menu = () => import("./MenuPopup.tsx");
const sheet = () => import("./PopoverSheet.tsx");

/** What opens over the page is on no first screen: it is fetched when it is first opened, or ahead of that. */
export const MenuPopup = lazy(async () => ({ default: (await menu()).MenuPopup }));
export const PopoverSheet = lazy(async () => ({ default: (await sheet()).PopoverSheet }));

/** Fetches them ahead of need, so that they open at once, and still do when the connection is gone by then. */
export async function fetchPopups(): Promise<void> {
  await Promise.all([menu(), sheet()]);
}
