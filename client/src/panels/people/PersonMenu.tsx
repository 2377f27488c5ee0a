import { together } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import type { PresentPerson } from "../../people/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import {
  HandIcon,
  IconButton,
  LeaveIcon,
  Menu,
  MoreIcon,
  MuteIcon,
  UndoIcon,
  UnmuteIcon,
  type MenuEntry,
} from "../../ui/index.ts";
import { useAct } from "../pieces/index.ts";

export interface PersonMenuProps {
  readonly person: PresentPerson;
  /** left out for who is removed already: nothing is left to do but to undo what they did */
  readonly onRemove?: () => void;
}

/** What a facilitator does about one person. */
export const PersonMenu = ({ person: { person, name, role }, onRemove }: PersonMenuProps) => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const act = useAct();
  const { rules, together: shown } = useWorkshop();
  const isMuted = rules.muted.has(person);
  const isUp = shown.hands.has(person);
  const mute: MenuEntry = {
    id: "mute",
    icon: isMuted ? UnmuteIcon : MuteIcon,
    label: isMuted ? t("people.unmute") : t("people.mute"),
    hint: isMuted ? undefined : t("people.muteHint"),
    onAction: () =>
      act(
        together.setMuted(me.id, person, !isMuted),
        isMuted ? t("people.unmutedNow", { name }) : t("people.mutedNow", { name }),
      ),
  };
  const hand: MenuEntry = {
    id: "hand",
    icon: HandIcon,
    label: isUp ? t("people.handLowerTheirs") : t("people.handRaiseTheirs"),
    onAction: () =>
      act(
        together.setHand(me.id, person, !isUp),
        isUp ? t("people.handDownNow", { name }) : t("people.handUpNow", { name }),
      ),
  };
  const undo: MenuEntry = {
    id: "undo",
    icon: UndoIcon,
    label: t("people.undo"),
    onAction: () => ui.set({ dialog: "undoPerson", undoing: person }),
  };
  const items: readonly MenuEntry[] = onRemove
    ? [
        hand,
        ...(role === "participant" || isMuted ? [mute] : []),
        undo,
        "separator",
        { id: "remove", icon: LeaveIcon, label: t("people.remove"), tone: "danger", onAction: onRemove },
      ]
    : [undo];
  const label = t("people.actions", { name });
  return <Menu label={label} items={items} trigger={<IconButton size="s" label={label} icon={MoreIcon} />} />;
};
