import { lazy } from "react";

/** Fetches the form ahead of need. */
export const fetchNameForm = () => import("./NameForm.tsx");
export const NameForm = lazy(async () => ({ default: (await fetchNameForm()).NameForm }));
