import { CLOSE } from "@palabre/shared/protocol";
import type { Text } from "../i18n/index.ts";
import type { SyncStatus } from "../state/index.ts";

/** What a status means to the person: all is well, something waits here, or nothing goes on until they act. */
export type StatusTone = "calm" | "waiting" | "ended";

export interface StatusWords {
  /** changes with the kind of news, not with every keystroke: what is worth telling who listens */
  readonly kind: "opening" | "kept" | "late" | "offline" | "refused";
  readonly tone: StatusTone;
  /** the status line */
  readonly line: string;
  /** what it means and what to do, when there is something to know */
  readonly advice?: string;
}

/** The status in words: it claims "saved" only for what is on the server's disk. */
export function statusWords(status: SyncStatus, mayEdit: boolean, { t, date }: Pick<Text, "t" | "date">): StatusWords {
  switch (status.type) {
    case "loading":
      return { kind: "opening", tone: "calm", line: t("status.opening") };
    case "saved":
      if (!mayEdit) return { kind: "kept", tone: "calm", line: t("status.readOnly") };
      return {
        kind: "kept",
        tone: "calm",
        line: status.at === undefined ? t("status.live") : t("status.saved", { time: date(status.at, "time") }),
      };
    case "saving":
      return { kind: "kept", tone: "calm", line: t("status.saving") };
    case "late":
      return { kind: "late", tone: "waiting", line: t("status.late"), advice: t("status.lateAdvice") };
    case "offline":
      return {
        kind: "offline",
        tone: "waiting",
        line: status.changes === 0 ? t("status.offline") : t("status.offlineWith", { n: status.changes }),
        ...(status.changes === 0 ? {} : { advice: t("status.offlineAdvice", { n: status.changes }) }),
      };
    case "refused":
      return { kind: "refused", tone: "ended", line: t("status.refused"), advice: refusalAdvice(status.code, t) };
  }
}

/** Why the server ended the connection for good, and what to do. */
function refusalAdvice(code: number, t: Text["t"]): string {
  switch (code) {
    case CLOSE.noSession:
      return t("status.refusedSession");
    case CLOSE.forbidden:
      return t("status.refusedForbidden");
    case CLOSE.unknownBoard:
      return t("status.refusedUnknown");
    case CLOSE.newEpoch:
      return t("status.refusedEpoch");
    case CLOSE.tooLarge:
    case TOO_LARGE_FOR_A_FRAME:
      return t("status.refusedTooLarge");
    default:
      return t("status.refusedFrame");
  }
}
/** What a WebSocket says of a frame over its limit, by itself. */
const TOO_LARGE_FOR_A_FRAME = 1009;

/** Whether leaving the page now would lose something. */
export const hasUnsaved = (status: SyncStatus): boolean =>
  status.type === "saving" || status.type === "late" || (status.type === "offline" && status.changes > 0);
