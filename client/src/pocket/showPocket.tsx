import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Announcer } from "../ui/index.ts";
import { PocketPage } from "./PocketPage.tsx";

/** Puts the phone's page into the element that is there for it. */
export function showPocket(root: Element): void {
  createRoot(root).render(
    <StrictMode>
      <PocketPage />
      <Announcer />
    </StrictMode>,
  );
}
