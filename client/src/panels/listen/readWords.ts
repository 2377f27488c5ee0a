import type { SourceRead } from "@palabre/shared/protocol";
import type { Text } from "../../i18n/index.ts";

/** What came of reading a file: "2,000 posts added, 3 rows skipped (no text or no date).", and what of it counts twice. */
export function readWords(
  { added, known, skipped, readBefore }: Pick<SourceRead, "added" | "known" | "skipped" | "readBefore">,
  { t }: Pick<Text, "t">,
): string {
  const parts = [
    t("listen.added", { n: added }),
    ...(known > 0 ? [t("listen.known", { n: known })] : []),
    ...(skipped > 0 ? [t("listen.skipped", { n: skipped })] : []),
  ];
  const read = `${parts.join(", ")}.`;
  if (readBefore === undefined) return read;
  return `${read} ${t("listen.readBefore", { n: readBefore.posts, name: readBefore.name })}`;
}
