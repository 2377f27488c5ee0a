import type { Text } from "../i18n/index.ts";
import type { BoardState } from "../state/index.ts";
import { announce, showToast } from "../ui/index.ts";

/** Takes back one's last change, or does it again, and says what came of it: nothing of the canvas is in sight here. */
export function takeBack({ commands }: BoardState, way: "undo" | "redo", { t }: Pick<Text, "t">): void {
  const result = commands[way]();
  if (!result) showToast({ text: t(way === "undo" ? "canvas.nothingToUndo" : "canvas.nothingToRedo") });
  else if (result.skipped > 0) showToast({ text: t("canvas.undoSkipped", { n: result.skipped }) });
  else announce(t(way === "undo" ? "twin.undone" : "twin.redone"), "kept");
}
