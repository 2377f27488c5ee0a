import { useText } from "../i18n/index.ts";
import { useBoard, useMayEdit } from "../state/index.ts";
import { Button, EmptyState, ExpectationIcon, LibraryIcon, PasteIcon, PlusIcon } from "../ui/index.ts";
import { useAction } from "./useActionContext.ts";
import css from "./EmptyBoard.module.css";

/** Nothing on the board yet: what it is for and how to begin, for those who may. */
export const EmptyBoard = ({ isFinger, onPaste }: { readonly isFinger: boolean; readonly onPaste: () => void }) => {
  const { t } = useText();
  const mayEdit = useMayEdit();
  const { mayFacilitate, ui } = useBoard();
  const write = useAction("new");
  return (
    <div className={css["middle"]}>
      <EmptyState
        icon={ExpectationIcon}
        title={t("canvas.emptyTitle")}
        text={t(!mayEdit ? "canvas.emptyForViewers" : isFinger ? "canvas.emptyForFingers" : "canvas.emptyText")}
        actions={
          mayEdit && (
            <>
              <Button icon={PlusIcon} tone="primary" onPress={write.run}>
                {write.label}
              </Button>
              <Button icon={PasteIcon} onPress={onPaste}>
                {t("canvas.pasteList")}
              </Button>
              {mayFacilitate && (
                <Button icon={LibraryIcon} onPress={() => ui.set({ dialog: "templates" })}>
                  {t("canvas.takeTemplate")}
                </Button>
              )}
            </>
          )
        }
      />
    </div>
  );
};
