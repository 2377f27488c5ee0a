import { useText } from "../i18n/index.ts";
import { FitIcon, IconButton, MinusIcon, PlusIcon } from "../ui/index.ts";
import { useAction } from "./useActionContext.ts";
import { useZoom, ZOOM } from "./view.ts";
import css from "./ZoomBar.module.css";

/** How near the board is seen, and how to change it. */
export const ZoomBar = () => {
  const { t, percent } = useText();
  const zoom = useZoom();
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
        isDisabled={zoom <= ZOOM.least}
        onPress={less.run}
      />
      <button
        type="button"
        className={css["percent"]}
        aria-label={t("canvas.zoomNow", { percent: percent(zoom) })}
        onClick={full.run}
      >
        {percent(zoom)}
      </button>
      <IconButton
        label={more.label}
        keys={more.keys}
        icon={PlusIcon}
        size="s"
        tooltip="top"
        isDisabled={zoom >= ZOOM.most}
        onPress={more.run}
      />
      <IconButton label={fit.label} keys={fit.keys} icon={FitIcon} size="s" tooltip="top" onPress={fit.run} />
    </div>
  );
};
