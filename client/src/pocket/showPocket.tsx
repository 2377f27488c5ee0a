import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Announcer } from "../ui/index.ts";
import { PocketPage } from "./PocketPage.tsx";
import { readPocketAddress } from "./readAddress.ts";

/** Puts the phone's page into the element that is there for it. */
export function showPocket(root: Element): void {
  const address = readPocketAddress(new URL(location.href), document.baseURI);
  createRoot(root).render(
    <StrictMode>
      <PocketPage address={address} />
      <Announcer />
    </StrictMode>,
  );
}
