import { LateIdeas } from "./LateIdeas.tsx";
import { LatePapers } from "./LatePapers.tsx";
import type { OpenPocket, PocketState } from "./openPocket.ts";

/** What did not arrive as it was meant to, and waits for its person; fetched once the phone shows what one came for, since it is rare. */
export const LateThings = (props: { readonly pocket: OpenPocket; readonly state: PocketState }) => (
  <>
    <LatePapers {...props} />
    <LateIdeas {...props} />
  </>
);
