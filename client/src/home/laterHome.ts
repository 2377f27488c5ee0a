import { lazy } from "react";
import { withTexts } from "../i18n/index.ts";

/** The home page's code comes with the home page: who opens a board by its link never needs it. */
export const HomePage = lazy(async () => ({
  default: (await withTexts(["home"], () => import("./HomePage.tsx"))).HomePage,
}));

/** Templates lie below what one comes for, and hold much text: they are fetched once the page is there. */
export const Gallery = lazy(async () => ({
  default: (await withTexts(["home", "library"], () => import("./Gallery.tsx"))).Gallery,
}));

const join = () => withTexts(["join"], () => import("./JoinPage.tsx"));
/** A page of its own, for a phone that has seen nothing else of us. */
export const JoinPage = lazy(async () => ({ default: (await join()).JoinPage }));
