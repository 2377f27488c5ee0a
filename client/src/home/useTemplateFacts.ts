import type { TemplateFace } from "@palabre/shared/facilitation/library";
import { useText } from "../i18n/index.ts";

/** How long a template takes, for how many people, in how many steps: one line. */
export const useTemplateFacts = (): ((face: TemplateFace) => string) => {
  const { t } = useText();
  return ({ minutes, people: [from, to], agenda }) => t("library.facts", { minutes, from, to, n: agenda.length });
};
