import { memo } from "react";
import { kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { IconButton, CloseIcon } from "../ui/index.ts";
import { nameOf } from "./action.ts";
import { useAction } from "./useActionContext.ts";
import css from "./ToolHint.module.css";

/** What a tool in hand waits for, as long as it waits; its cross is the way out for a finger. */
export const ToolHint = memo(() => {
  const text = useText();
  const board = useBoard();
  const tool = useUi((ui) => ui.tool);
  const escape = useAction("escape");
  const words = () => {
    switch (tool.type) {
      case "place":
        return text.t("canvas.placeHint", { kind: kindWord({ kind: tool.kind }, text) });
      case "link":
        return tool.from === undefined
          ? text.t("canvas.linkFirst")
          : text.t("canvas.linkSecond", { title: nameOf({ board, text }, tool.from) });
      case "draw":
        return text.t("canvas.drawHint");
      case "erase":
        return text.t("canvas.eraseHint");
      case "laser":
        return text.t("canvas.laserHint");
      case "lasso":
        return text.t("canvas.lassoHint");
      case "select":
        return tool.isMany === true ? text.t("canvas.manyHint") : undefined;
      case "hand":
        return undefined;
    }
  };
  const hint = words();
  if (hint === undefined) return null;
  return (
    <p className={css["hint"]} data-tool-hint>
      <span>{hint}</span>
      <IconButton label={escape.label} keys={escape.keys} icon={CloseIcon} size="s" onPress={escape.run} />
    </p>
  );
});
ToolHint.displayName = "ToolHint";
