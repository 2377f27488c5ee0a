import { useState } from "react";
import type { BoardFacts } from "@palabre/shared/protocol";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import {
  ChainIcon,
  EditIcon,
  IconButton,
  Menu,
  MoreIcon,
  copyText,
  Dialog,
  showToast,
  TrashIcon,
  type MenuEntry,
} from "../ui/index.ts";
import { BoardPicture } from "./BoardPicture.tsx";
import { ForgetDialog } from "./ForgetDialog.tsx";
import { LinkField } from "./LinkField.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { boardPath } from "./route.ts";
import { forgetSoon } from "./forgetSoon.ts";
import type { Boards } from "./useBoards.ts";
import css from "./BoardTile.module.css";

/** One board: its picture, its title (the link of the whole tile), what one is on it and when it was last seen. */
export const BoardTile = ({ board, boards }: { readonly board: BoardFacts; readonly boards: Boards }) => {
  const { t, error, relativeTime } = useText();
  const [asked, setAsked] = useState<"rename" | "forget">();
  /** of the participants, where it could not be copied */
  const [link, setLink] = useState<string>();
  const { id, title, role, seenAt } = board;

  const copyLink = async (): Promise<void> => {
    try {
      const { participant } = await api.links(id);
      if (await copyText(participant)) showToast({ text: t("frame.linkCopied") });
      else setLink(participant);
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
    }
  };
  const forget = (): void =>
    forgetSoon(id, {
      text: t("home.forgotten", { title }),
      undo: t("frame.undo"),
      onFault: (cause) => void showToast({ text: error(toAppError(cause)), tone: "warn" }),
    });
  const facilitating: readonly MenuEntry[] = [
    { id: "rename", label: t("home.rename"), icon: EditIcon, onAction: () => setAsked("rename") },
    { id: "copy", label: t("home.copyLink"), icon: ChainIcon, onAction: () => void copyLink() },
    "separator",
  ];
  const items: readonly MenuEntry[] = [
    ...(role === "facilitator" ? facilitating : []),
    {
      id: "forget",
      label: t("home.forget"),
      icon: TrashIcon,
      tone: "danger",
      // who facilitates loses the way back: that is asked first; the others can be undone
      onAction: () => (role === "facilitator" ? setAsked("forget") : forget()),
    },
  ];
  return (
    <li className={css["tile"]}>
      <BoardPicture board={id} />
      <div className={css["words"]}>
        <a className={css["title"]} href={boardPath(id)}>
          {title}
        </a>
        <small className={css["seen"]}>{t("home.seen", { role: t(`role.${role}`), when: relativeTime(seenAt) })}</small>
      </div>
      <div className={css["menu"]}>
        <Menu
          label={t("home.menu", { title })}
          items={items}
          trigger={<IconButton label={t("home.menu", { title })} icon={MoreIcon} />}
        />
      </div>
      <RenameDialog
        board={board}
        isOpen={asked === "rename"}
        onClose={() => setAsked(undefined)}
        onRenamed={(next) => boards.retitle(id, next)}
      />
      {link !== undefined && (
        <Dialog title={t("home.copyLink")} size="s" isOpen onClose={() => setLink(undefined)}>
          <LinkField label={t("home.linkParticipant")} link={link} />
        </Dialog>
      )}
      <ForgetDialog board={board} isOpen={asked === "forget"} onClose={() => setAsked(undefined)} onForget={forget} />
    </li>
  );
};
