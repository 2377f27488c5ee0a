import type { Text } from "../i18n/index.ts";
import type { BoardState } from "../state/index.ts";
import { announce } from "../ui/index.ts";

/** Ends the hypothesis, all of it, and says so. */
export function stopSupposing({ ui }: BoardState, { t }: Pick<Text, "t">): void {
  if (ui.get().hypothesis === undefined) return;
  ui.set({ hypothesis: undefined });
  announce(t("whatIf.stopped"), "kept");
}
