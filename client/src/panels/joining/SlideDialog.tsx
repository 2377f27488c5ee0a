import { useEffect, useRef } from "react";
import { spellJoinCode, type JoinCode } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useUi } from "../../state/index.ts";
import { announce, StageDialog } from "../../ui/index.ts";
import { SlideBar } from "./SlideBar.tsx";
import { SlideCode } from "./SlideCode.tsx";
import { SlidePeople } from "./SlidePeople.tsx";
import { useSlide } from "./useSlide.ts";
import css from "./Slide.module.css";

/** What a room joins by: a QR code and six letters, to be read from the last row, and who has come in. */
export const SlideDialog = () => {
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "slide");
  return isOpen ? <Slide onClose={() => ui.set({ dialog: undefined })} /> : null;
};

const Slide = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const { me } = useBoard();
  const slide = useSlide(me.id);
  useSaid(slide.shown?.code);
  return (
    <StageDialog label={t("slide.title")} onClose={onClose}>
      {(stage) => (
        <div className={css["slide"]} data-slide>
          <SlideBar stage={stage} onRenew={slide.renew} onClose={onClose} />
          <SlideCode slide={slide} />
          <SlidePeople />
        </div>
      )}
    </StageDialog>
  );
};

/** A code that takes the place of another is said, letter by letter. */
function useSaid(code: JoinCode | undefined): void {
  const { t } = useText();
  const before = useRef(code);
  useEffect(() => {
    const last = before.current;
    before.current = code;
    if (last === undefined || code === undefined || last === code) return;
    announce(t("slide.freshDone", { letters: spellJoinCode(code) }), "kept");
  }, [code, t]);
}
