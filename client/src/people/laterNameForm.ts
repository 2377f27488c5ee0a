import { later } from "../ui/index.ts";

/** Fetches the form ahead of need. */
export const fetchNameForm = () => import("./NameForm.tsx");
export const NameForm = later(async () => (await fetchNameForm()).NameForm);
