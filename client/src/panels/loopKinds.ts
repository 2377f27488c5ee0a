import type { Reading } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";

/** "1 holds itself up, 1 holds itself back"; that there is none, where there is none. */
export function kindsOfLoops(
  { reinforcing = 0, balancing = 0 }: Pick<Reading, "reinforcing" | "balancing">,
  { t }: Pick<Text, "t">,
): string {
  const kinds = [
    ...(reinforcing > 0 ? [t("reasons.reinforcing", { n: reinforcing })] : []),
    ...(balancing > 0 ? [t("reasons.balancing", { n: balancing })] : []),
  ];
  return kinds.length === 0 ? t("reasons.noLoop") : kinds.join(", ");
}
