import { useUi } from "../state/index.ts";
import { NoticesDialog } from "./NoticesDialog.tsx";
import { useFigureNotices } from "./useFigureNotices.ts";
import { useNotices } from "./useNotices.ts";

/** What is told to who listens to the board, and the dialog in which they choose. */
export const Notices = () => {
  useNotices();
  useFigureNotices();
  const isOpen = useUi(({ dialog }) => dialog === "notices");
  return (
    <>
      {/* it is fetched after the board: what is changed before it is there is told to nobody */}
      <span hidden data-notices />
      {isOpen && <NoticesDialog />}
    </>
  );
};
