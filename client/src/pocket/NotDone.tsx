import { useEffect } from "react";
import type { AppError } from "@palabre/shared/errors";
import { useText } from "../i18n/index.ts";
import { announce, classes } from "../ui/index.ts";
import { faultWords } from "./faultWords.ts";
import css from "./Pocket.module.css";

/** Why a hand, an answer or a name was not taken: said, and in sight for who looks. */
export const NotDone = ({ fault }: { readonly fault: AppError }) => {
  const { t } = useText();
  useEffect(() => {
    // each one is said, also where it has the words of the last
    announce(faultWords(fault, t), "assertive");
  }, [fault, t]);
  return <p className={classes(css["slip"], css["isFault"])}>{faultWords(fault, t)}</p>;
};
