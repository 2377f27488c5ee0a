import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { useStart } from "./useStart.ts";

/** The sample workshop, in the language of the page: one press makes a board of it and opens it. */
export interface Sample {
  readonly open: () => void;
  readonly isOpening: boolean;
}

export const useSample = (): Sample => {
  const { t, language } = useText();
  const start = useStart();
  const [isOpening, setOpening] = useState(false);
  return {
    isOpening,
    open: () => {
      setOpening(true);
      void start({ title: t("home.sampleTitle"), template: "repair-cafe", language }).finally(() => setOpening(false));
    },
  };
};
