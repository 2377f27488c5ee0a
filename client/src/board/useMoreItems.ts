import { mayFacilitate } from "@palabre/shared/facilitation";
import { ACTION_ICONS, useAction } from "../canvas/index.ts";
import { setLanguage, SPOKEN, useText } from "../i18n/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import {
  FreezeIcon,
  HomeIcon,
  ListenIcon,
  MoonIcon,
  OutlineIcon,
  SunIcon,
  TableIcon,
  TrashIcon,
  useTheme,
  type MenuEntry,
} from "../ui/index.ts";

/** The entries of the menu that is the same on a wide screen and on a phone. */
export function useMoreItems(): readonly MenuEntry[] {
  const { t, tag } = useText();
  const { ui, me } = useBoard();
  const { frozen } = useWorkshop().rules;
  const { shown, setTheme } = useTheme();
  const freeze = useAction("freeze");
  const matrix = useAction("matrix");
  const twin = useAction("twin");
  const [find, palette, bare, shortcuts] = [
    useAction("find"),
    useAction("palette"),
    useAction("bare"),
    useAction("shortcuts"),
  ];
  const freezing: readonly MenuEntry[] = mayFacilitate(me.role)
    ? [
        {
          id: "freeze",
          icon: FreezeIcon,
          label: frozen ? t("board.unfreeze") : t("board.freeze"),
          hint: frozen ? undefined : t("board.freezeHint"),
          keys: freeze.keys,
          onAction: freeze.run,
        },
        "separator",
      ]
    : [];
  return [
    ...freezing,
    { id: "matrix", icon: TableIcon, label: matrix.label, keys: matrix.keys, onAction: matrix.run },
    { id: "twin", icon: OutlineIcon, label: twin.label, keys: twin.keys, onAction: twin.run },
    {
      id: "trash",
      icon: TrashIcon,
      label: t("board.trash"),
      onAction: () => ui.set({ dialog: "trash" }),
    },
    ...[find, palette, bare, shortcuts].map(({ id, label, keys, run }): MenuEntry => ({
      id,
      icon: ACTION_ICONS[id],
      label,
      keys,
      onAction: run,
    })),
    { id: "notices", icon: ListenIcon, label: t("board.notices"), onAction: () => ui.set({ dialog: "notices" }) },
    "separator",
    ...[...SPOKEN].map(([id, label]): MenuEntry => ({
      id,
      label,
      isChosen: id === tag,
      onAction: () => setLanguage(id),
    })),
    "separator",
    {
      id: "theme",
      icon: shown === "dark" ? SunIcon : MoonIcon,
      label: shown === "dark" ? t("frame.themeLight") : t("frame.themeDark"),
      onAction: () => setTheme(shown === "dark" ? "light" : "dark"),
    },
    { id: "home", icon: HomeIcon, label: t("board.home"), onAction: () => leave() },
  ];
}

/** A press on a plain link, which whoever leads the pages follows. */
const leave = (): void => {
  const link = document.createElement("a");
  link.href = "./";
  document.body.append(link);
  link.click();
  link.remove();
};
