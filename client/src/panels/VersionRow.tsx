import { mayFacilitate } from "@palabre/shared/facilitation";
import type { VersionFacts, VersionKind } from "@palabre/shared/protocol";
import type { VersionId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import {
  BareButton,
  classes,
  CompareIcon,
  Icon,
  IconButton,
  KeptIcon,
  LookIcon,
  Menu,
  MoreIcon,
  RetryIcon,
  showToast,
  TrashIcon,
  UndoIcon,
  type IconDrawing,
  type MenuEntry,
} from "../ui/index.ts";
import { versionName } from "./historyWords.ts";
import { asAppError } from "./pieces/index.ts";
import type { ListedVersion } from "./versionGroups.ts";
import css from "./HistoryPanel.module.css";

const DRAWINGS: Readonly<Record<VersionKind, IconDrawing | undefined>> = {
  minute: undefined,
  manual: KeptIcon,
  phase: KeptIcon,
  restore: UndoIcon,
};

export interface VersionRowProps {
  readonly listed: ListedVersion;
  readonly onCompare: (version: VersionFacts) => void;
  readonly onDropped: (version: VersionId) => void;
}

/** One version: what it is called, when and by whom it was kept, how much was changed until then. A press shows it. */
export const VersionRow = ({ listed: { version, changes }, onCompare, onDropped }: VersionRowProps) => {
  const text = useText();
  const { t, date, error } = text;
  const { me, ui } = useBoard();
  const { people } = useWorkshop();
  const isShown = useUi((state) => state.version?.id === version.id);
  const time = date(version.at, "time");
  const named = versionName(version, text);
  const by = version.person && people.get(version.person)?.name;
  const drawing = DRAWINGS[version.kind];
  const drop = async (): Promise<void> => {
    try {
      await api.dropVersion(me.id, version.id);
      if (isShown) ui.set({ version: undefined });
      showToast({ text: t("history.dropped") });
      onDropped(version.id);
    } catch (cause) {
      const fault = asAppError(cause);
      showToast({ text: error(fault), tone: "warn" });
      if (fault.code === "unknown-version") onDropped(version.id);
    }
  };
  const look = (): void => ui.set({ version, selection: new Set(), editing: undefined });
  const items: MenuEntry[] = [
    { id: "look", icon: LookIcon, label: t("history.look"), onAction: look },
    { id: "compare", icon: CompareIcon, label: t("history.compare"), onAction: () => onCompare(version) },
  ];
  if (mayFacilitate(me.role)) {
    items.push({
      id: "restore",
      icon: RetryIcon,
      label: t("version.restoreThis"),
      onAction: () => ui.set({ dialog: "restore", restoring: version }),
    });
    if (version.kind === "manual")
      items.push({
        id: "drop",
        icon: TrashIcon,
        tone: "danger",
        label: t("history.drop"),
        onAction: () => void drop(),
      });
  }
  const menuLabel = t("history.menuOf", { name: named ?? time });
  return (
    <div className={classes(css["row"], isShown && css["shown"])} data-version={version.kind}>
      <BareButton className={css["version"]} aria-pressed={isShown} onPress={isShown ? backToNow(ui) : look}>
        {drawing ? <Icon of={drawing} size="card" /> : <span className={css["dot"]} />}
        <span className={css["words"]}>
          {/* a name that people gave is in their voice */}
          <span className={classes(css["name"], version.label !== "" && css["label"])}>{named ?? time}</span>
          <small>
            {[
              named !== undefined && time,
              by,
              changes !== undefined && changes > 0 && t("history.change", { n: changes }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
        </span>
      </BareButton>
      <Menu label={menuLabel} trigger={<IconButton size="s" label={menuLabel} icon={MoreIcon} />} items={items} />
    </div>
  );
};

const backToNow = (ui: ReturnType<typeof useBoard>["ui"]) => () => ui.set({ version: undefined });
