import type { Polarity } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { classes } from "../ui/index.ts";
import css from "./PolaritySign.module.css";

/** + or − in its disc, blue or brick, or an empty disc for no effect; its word is read aloud. */
export const PolaritySign = ({ polarity }: { readonly polarity: Polarity | undefined }) => {
  const { t } = useText();
  const isPlus = polarity === "+";
  if (polarity === undefined)
    return <span className={css["sign"]} role="img" aria-label={t("panel.noEffect")} data-sign="none" />;
  return (
    <span
      className={classes(css["sign"], isPlus ? css["plus"] : css["minus"])}
      role="img"
      aria-label={isPlus ? t("panel.helps") : t("panel.hinders")}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={isPlus ? "M1.8 6H10.2M6 1.8V10.2" : "M1.8 6H10.2"} />
      </svg>
    </span>
  );
};
