import { useText } from "../i18n/index.ts";
import { classes } from "../ui/index.ts";
import css from "./Points.module.css";

/** So many are drawn one by one; more are only counted. */
const DRAWN = 12;

/** What is left to be spent, large: leaves still in the hand are full, those that are laid hollow. */
export const Points = ({ left, of }: { readonly left: number; readonly of: number }) => {
  const { t } = useText();
  return (
    <div className={css["points"]} role="status">
      {of <= DRAWN && (
        <span className={css["leaves"]} aria-hidden="true">
          {Array.from({ length: of }, (_, place) => (
            <svg key={place} className={classes(css["leaf"], place < left && css["full"])} viewBox="0 0 24 28">
              <path d="M12 26.5C8.5 22 2.5 18 2.5 11a9.5 9.5 0 0 1 19 0c0 7-6 11-9.5 15.5Z" />
            </svg>
          ))}
        </span>
      )}
      <span className={css["words"]}>
        <b>{t("voting.pointsLeft", { n: left })}</b> {t("voting.pointsOf", { total: of })}
      </span>
    </div>
  );
};
