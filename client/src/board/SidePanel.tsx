import { Suspense } from "react";
import { useText } from "../i18n/index.ts";
import { PANEL_LIST } from "../panels/index.ts";
import { useUi } from "../state/index.ts";
import css from "./SidePanel.module.css";

/** The open panel, beside the board or over it. */
export const SidePanel = ({ isEnded }: { readonly isEnded: boolean }) => {
  const { t } = useText();
  const open = useUi(({ panel }) => panel);
  const entry = PANEL_LIST.find(({ id }) => id === open);
  if (!entry) return null;
  return (
    <aside key={entry.id} className={css["panel"]} aria-label={t(entry.label)} data-panel={entry.id} inert={isEnded}>
      <Suspense fallback={null}>
        <entry.Content />
      </Suspense>
    </aside>
  );
};
