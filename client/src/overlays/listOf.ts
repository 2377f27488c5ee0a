import type { Text } from "../i18n/index.ts";

/** Names one after the other, as the language joins them: "A, B and C". */
export const listOf = (names: readonly string[], { locale }: Pick<Text, "locale">): string =>
  new Intl.ListFormat(locale).format(names);
