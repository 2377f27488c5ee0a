import { useUi } from "../state/index.ts";
import { NoticesDialog } from "./NoticesDialog.tsx";
import { useNotices } from "./useNotices.ts";

/** What is told to who listens to the board, and the dialog in which they choose. */
export const Notices = () => {
  useNotices();
  return useUi(({ dialog }) => dialog === "notices") ? <NoticesDialog /> : null;
};
