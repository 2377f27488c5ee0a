import { lazy } from "react";

/** Fetches the menus ahead of need, so that they open at once, and still do when the connection is gone by then. */
export const fetchPopups = () => import("./MenuPopup.tsx");

/** What opens over the page is on no first screen: it is fetched when it is first opened, or ahead of that. */
export const MenuPopup = lazy(async () => ({ default: (await fetchPopups()).MenuPopup }));
