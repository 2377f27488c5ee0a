import type { OwnPaper } from "@palabre/shared/protocol";
import type { Text } from "../../i18n/index.ts";

/** What did not reach a vote before it closed: a paper, or the change of one that counts as it was. */
export const lateWords = (given: OwnPaper | undefined, { t }: Pick<Text, "t">): string =>
  given ? t("vote.lateChange", { receipt: given.receipt }) : t("vote.late");
