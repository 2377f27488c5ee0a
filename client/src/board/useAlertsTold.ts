import type { AlertId } from "@palabre/shared/terms";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { useAlerts, useBoard, useHasFewTools } from "../state/index.ts";
import { showToast } from "../ui/index.ts";

/** Says of each alert, once, that it was raised, to eyes and ears; those that stood when the board was opened are seen in its panel. */
export function useAlertsTold(isLoaded: boolean): void {
  const { t } = useText();
  const { ui } = useBoard();
  const alerts = useAlerts();
  const hasFewTools = useHasFewTools();
  const known = useRef<ReadonlySet<AlertId>>(undefined);
  useEffect(() => {
    if (!isLoaded) return;
    const before = known.current;
    known.current = new Set(alerts.keys());
    // where few tools are shown there is no panel to look at
    if (before === undefined || hasFewTools) return;
    for (const [id, { name }] of alerts) {
      if (before.has(id)) continue;
      const action = { label: t("panel.tabListen"), onAction: () => ui.set({ panel: "listen" }) };
      showToast({ text: t("panel.alert", { name }), tone: "warn", action });
    }
  }, [alerts, isLoaded, hasFewTools, t, ui]);
}
