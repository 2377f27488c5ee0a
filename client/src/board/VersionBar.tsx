import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../i18n/index.ts";
import { useNow, whenWords } from "../panels/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { announce, Button, classes, giveToBoard, HistoryIcon, Icon, RetryIcon } from "../ui/index.ts";
import css from "./VersionBar.module.css";

/** Over the head of the canvas while it shows an earlier state of the board: which one, the way back to now, and to bring it back. */
export const VersionBar = ({ isOpen }: { readonly isOpen: boolean }) => {
  const text = useText();
  const { t } = text;
  const { me, ui } = useBoard();
  const version = useUi((state) => state.version);
  const isCovered = useUi((state) => state.panel !== undefined);
  const now = useNow();
  if (!version) return null;
  const when = whenWords(version.at, now, text);
  const words = !isOpen
    ? t("version.opening", { when })
    : version.label === ""
      ? t("version.boardOf", { when })
      : t("version.boardOfNamed", { label: version.label, when });
  const leave = (): void => {
    ui.set({ version: undefined, selection: new Set() });
    announce(t("version.nowAgain"), "kept");
    // the button goes with the bar: the keyboard goes on from the board
    giveToBoard();
  };
  return (
    <div
      className={classes(css["bar"], isCovered && css["covered"])}
      role="region"
      aria-label={t("panel.tabHistory")}
      data-version
    >
      <Icon of={HistoryIcon} />
      <p>{words}</p>
      <span className={css["actions"]}>
        {mayFacilitate(me.role) && isOpen && (
          <Button size="s" icon={RetryIcon} onPress={() => ui.set({ dialog: "restore", restoring: version })}>
            {t("version.restoreThis")}
          </Button>
        )}
        <Button size="s" tone="primary" onPress={leave}>
          {t("version.toNow")}
        </Button>
      </span>
    </div>
  );
};
