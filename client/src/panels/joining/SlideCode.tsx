import { showJoinCode, spellJoinCode } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { QrCode } from "./QrCode.tsx";
import type { Slide } from "./useSlide.ts";
import css from "./Slide.module.css";

/** Two ways in, each with its words: the camera, or an address and six letters. */
export const SlideCode = ({ slide: { shown, fault, isLate } }: { readonly slide: Slide }) => {
  const { t, error } = useText();
  const letters = shown && spellJoinCode(shown.code);
  return (
    <div className={css["ways"]}>
      <figure className={css["scan"]}>
        <QrCode text={isLate ? undefined : shown?.phone} label={t("slide.qr")} />
        <figcaption>{t("slide.scan")}</figcaption>
      </figure>
      <div className={css["type"]} aria-busy={shown === undefined}>
        <p className={css["step"]}>{t("slide.or")}</p>
        <p className={css["address"]}>{shown && spokenAddress(shown.address)}</p>
        <p className={css["step"]}>{t("slide.type")}</p>
        <p className={css["letters"]} data-code={shown?.code}>
          {letters !== undefined && <span className="sr">{t("slide.codeSpelled", { letters })}</span>}
          <span aria-hidden="true">{shown && !isLate ? showJoinCode(shown.code) : "··· ···"}</span>
        </p>
        {fault && (
          <p className={css["late"]} role="alert">
            {isLate || fault.code === "unreachable" ? t("slide.late") : error(fault)}
          </p>
        )}
      </div>
    </div>
  );
};

/** What people type: without its scheme, as it is said, and without the code that only a camera reads. */
const spokenAddress = (address: string): string => address.replace(/^https?:\/\//, "").replace(/#.*/, "");
