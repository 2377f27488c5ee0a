import type { BoardId, Role } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Dialog } from "../ui/index.ts";
import { DoorSection } from "./joining/index.ts";
import { OwnAddress } from "./OwnAddress.tsx";
import { ShareLinks } from "./ShareLinks.tsx";
import css from "./SharePanel.module.css";

export interface SharePanelProps {
  readonly boardId: BoardId;
  readonly role: Role;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** How others come in: the three links for who facilitates, whom to ask for everybody else. */
export const SharePanel = ({ boardId, role, isOpen, onClose }: SharePanelProps) => {
  const { t } = useText();
  const isFacilitator = role === "facilitator";
  return (
    <Dialog title={t("share.title")} isOpen={isOpen} onClose={onClose} size={isFacilitator ? "l" : "s"}>
      {isFacilitator ? (
        <>
          <div className={css["room"]}>
            <DoorSection />
          </div>
          <ShareLinks boardId={boardId} />
        </>
      ) : (
        <OwnAddress boardId={boardId} />
      )}
    </Dialog>
  );
};
