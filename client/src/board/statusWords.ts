import { CLOSE } from "@palabre/shared/protocol";
import type { Text } from "../i18n/index.ts";
import type { SyncStatus } from "../state/index.ts";

/** What a status means to the person: all is well, something waits here, or nothing goes on until they act. */
export type StatusTone = "calm" | "waiting" | "ended";

export interface StatusWords {
  /** changes with the kind of news, not with every keystroke: what is worth telling who listens */
  readonly kind: "opening" | "kept" | "late" | "notKept" | "restoring" | "offline" | "refused";
  readonly tone: StatusTone;
  /** the status line */
  readonly line: string;
  /** what it means and what to do, when there is something to know */
  readonly advice?: string;
}

/** The status in words: it claims "saved" only for what is on the server's disk. */
export function statusWords(
  status: SyncStatus,
  mayEdit: boolean,
  { t, date }: Pick<Text, "t" | "date">,
  /** what keeps them from editing for now: the step that is under way */
  why?: string,
): StatusWords {
  switch (status.type) {
    case "loading":
      return { kind: "opening", tone: "calm", line: t("status.opening") };
    case "saved":
      if (!mayEdit) {
        const line = why === undefined ? t("status.readOnly") : t("status.readOnlyIn", { why });
        return { kind: "kept", tone: "calm", line };
      }
      return {
        kind: "kept",
        tone: "calm",
        line: status.at === undefined ? t("status.live") : t("status.saved", { time: date(status.at, "time") }),
      };
    case "saving":
      return { kind: "kept", tone: "calm", line: t("status.saving") };
    case "late":
      return { kind: "late", tone: "waiting", line: t("status.late"), advice: t(LATE[status.where]) };
    case "notKept":
      return { kind: "notKept", tone: "waiting", line: t("status.late"), advice: t(NOT_KEPT[status.where]) };
    case "restoring":
      return { kind: "restoring", tone: "waiting", line: t("status.restoring") };
    case "offline": {
      const { changes: n, where } = status;
      if (n === 0) return { kind: "offline", tone: "waiting", line: t("status.offline") };
      const [line, advice] = OFFLINE[where];
      return { kind: "offline", tone: "waiting", line: t(line, { n }), advice: t(advice, { n }) };
    }
    case "refused": {
      const { changes: n, where } = status;
      const advice = refusalAdvice(status.code, t);
      const waits = n === 0 ? "" : ` ${t(REFUSED[where], { n })}`;
      return { kind: "refused", tone: "ended", line: t("status.refused"), advice: advice + waits };
    }
  }
}

// where what waits is kept decides what the person has to do
const LATE = { device: "status.lateAdvice", page: "status.lateOnPage" } as const;
const NOT_KEPT = { device: "status.notKept", page: "status.notKeptOnPage" } as const;
const OFFLINE = {
  device: ["status.offlineKept", "status.offlineAdvice"],
  page: ["status.offlineOnPage", "status.offlineOnPageAdvice"],
} as const;
const REFUSED = { device: "status.refusedKept", page: "status.refusedOnPage" } as const;

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
