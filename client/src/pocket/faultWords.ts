import type { AppError, ErrorCode } from "@palabre/shared/errors";
import type { MessageKey, Text } from "../i18n/index.ts";

const WORDS = {
  "bad-code": "pocket.errorBadCode",
  "bad-secret": "pocket.errorBadSecret",
  "no-session": "pocket.errorNoSession",
  refused: "pocket.errorRefused",
  removed: "pocket.errorRemoved",
  "slide-closed": "pocket.errorSlideClosed",
  "too-many": "pocket.errorTooMany",
  "too-many-codes": "pocket.errorTooMany",
  "unknown-board": "pocket.errorUnknownBoard",
  unreachable: "pocket.errorUnreachable",
} as const satisfies { readonly [Code in ErrorCode]?: MessageKey };

/** What a fault means for who holds the phone. */
export const faultWords = ({ code }: Pick<AppError, "code">, t: Text["t"]): string =>
  t(code in WORDS ? WORDS[code as keyof typeof WORDS] : "pocket.errorOther");
