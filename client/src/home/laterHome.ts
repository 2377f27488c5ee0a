import { lazy } from "react";

/** The home page's code comes with the home page: who opens a board by its link never needs it. */
export const HomePage = lazy(async () => ({ default: (await import("./HomePage.tsx")).HomePage }));
