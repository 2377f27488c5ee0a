import { INTERVAL_MINUTES } from "@palabre/shared/protocol";
import type { Text } from "../../i18n/index.ts";
import type { Choice } from "../../ui/index.ts";

/** Minutes between two looks at a feed that are offered. */
const OFFERED = [INTERVAL_MINUTES.least, 5, INTERVAL_MINUTES.usual, 60, 360, INTERVAL_MINUTES.most] as const;
const HOUR = 60;

/** The intervals to choose from, the present one among them even when it is none of those offered. */
export function intervalChoices(present: number, { t }: Pick<Text, "t">): readonly Choice[] {
  const minutes = [...new Set<number>([...OFFERED, present])].sort((a, b) => a - b);
  return minutes.map((each) => ({
    id: String(each),
    label:
      each === INTERVAL_MINUTES.most
        ? t("listen.everyDay")
        : each % HOUR === 0
          ? t("listen.everyHours", { n: each / HOUR })
          : t("listen.everyMinutes", { n: each }),
  }));
}
