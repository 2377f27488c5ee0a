import { useStore } from "@xyflow/react";
import { memo } from "react";
import { useText } from "../i18n/index.ts";
import { FitIcon, IconButton, MinusIcon, PlusIcon } from "../ui/index.ts";
import { useAction } from "./useActionContext.ts";
import { useZoom, ZOOM } from "./view.ts";
import css from "./ZoomBar.module.css";

/** How near the board is seen, and how to change it. */
export const ZoomBar = memo(() => {
  const { t } = useText();
  const end = useStore(({ transform: [, , zoom] }) => (zoom <= ZOOM.least ? "least" : zoom >= ZOOM.most && "most"));
  const [less, full, more, fit] = [
    useAction("zoomOut"),
    useAction("zoomFull"),
    useAction("zoomIn"),
    useAction("fitAll"),
  ];
  return (
    <div className={css["bar"]} role="group" aria-label={t("canvas.zoom")}>
      <IconButton
        label={less.label}
        keys={less.keys}
        icon={MinusIcon}
        size="s"
        tooltip="top"
        isDisabled={end === "least"}
        onPress={less.run}
      />
      <ZoomNow onClick={full.run} />
      <IconButton
        label={more.label}
        keys={more.keys}
        icon={PlusIcon}
        size="s"
        tooltip="top"
        isDisabled={end === "most"}
        onPress={more.run}
      />
      <IconButton label={fit.label} keys={fit.keys} icon={FitIcon} size="s" tooltip="top" onPress={fit.run} />
    </div>
  );
});
ZoomBar.displayName = "ZoomBar";

/** By itself, since it alone is another with each step of the wheel. */
const ZoomNow = ({ onClick }: { readonly onClick: () => void }) => {
  const { t, percent } = useText();
  const shown = percent(useZoom());
  return (
    <button
      type="button"
      className={css["percent"]}
      aria-label={t("canvas.zoomNow", { percent: shown })}
      onClick={onClick}
    >
      {shown}
    </button>
  );
};
