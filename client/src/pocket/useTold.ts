import { useEffect, useRef } from "react";
import type { PocketView } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { announce } from "../ui/index.ts";
import { toldOf } from "./toldOf.ts";

/** What the workshop gives and takes away is said: what it takes, a screen, goes without a sound. */
export function useTold(view: PocketView): void {
  const { t } = useText();
  // a ballot that is open at first is news, a bar is not
  const before = useRef<PocketView>({ ...view, ballots: [] });
  useEffect(() => {
    const told = toldOf(before.current, view);
    before.current = view;
    // what is to be done at once interrupts; the rest waits its turn beside the name of a step
    for (const key of told) announce(t(key), key === "pocket.asked" ? "assertive" : "kept");
  }, [view, t]);
}
