import type { ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { Icon, TooLittleIcon } from "../ui/index.ts";
import css from "./TooFew.module.css";

/** A figure that is not given, in words: what is missing and what it takes. Never a grey zero. */
export const TooFew = ({ children, more }: { readonly children: ReactNode; readonly more?: ReactNode }) => (
  <span className={css["few"]}>
    <Icon of={TooLittleIcon} size="card" />
    <span>
      {children}
      {more !== undefined && <small>{more}</small>}
    </span>
  </span>
);

/** "n = 3, too few to conclude; 8 needed". */
export const TooFewPosts = ({
  n,
  needs,
  isShort = false,
}: {
  readonly n: number;
  readonly needs: number | undefined;
  readonly isShort?: boolean;
}) => {
  const { t, number } = useText();
  return (
    <TooFew more={needs === undefined ? undefined : t("figures.fewNeeded", { needs })}>
      <b>n = {number(n)}</b>, {isShort ? t("figures.fewShort") : t("figures.few")}
    </TooFew>
  );
};

/** The bar of a figure that is not there yet. */
export const HollowBar = () => <span className={css["hollow"]} />;
