import { ERROR_CODES, type ErrorCode } from "@palabre/shared/errors";
import type { Source } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { kindOfSource } from "./kindsOfSource.ts";

export interface SourceWords {
  readonly tone: "calm" | "warn";
  /** how it stands, in a few words */
  readonly line: string;
  /** what went wrong and what to do */
  readonly advice?: string | undefined;
}

/** The health of a source in words. What failed says why, and what is shown meanwhile. */
export function sourceWords(
  source: Source,
  now: number,
  text: Pick<Text, "t" | "relativeTime" | "error">,
): SourceWords {
  const { t, relativeTime } = text;
  // a clock that runs behind the server's must not say "in 3 seconds"
  const when = source.readAt === undefined ? undefined : relativeTime(Math.min(source.readAt, now), now);
  switch (source.state) {
    case "waiting":
      return { tone: "calm", line: t(source.kind === "webhook" ? "sources.waitingDelivery" : "listen.waiting") };
    case "fresh":
      return { tone: "calm", line: when === undefined ? t("listen.fresh") : readWords(source, when, t) };
    case "empty":
      return { tone: "calm", line: t("listen.emptySource") };
    case "late":
      return {
        tone: "warn",
        line: when === undefined ? t("listen.lateNever") : t("listen.late", { when }),
        advice: problemWords(source, text),
      };
    case "refused":
      return { tone: "warn", line: t("listen.refused"), advice: problemWords(source, text) };
  }
}

/** A file is read once; it does not grow old. */
const readWords = ({ kind }: Source, when: string, t: Text["t"]): string => {
  switch (kind) {
    case "csv":
      return t("listen.uploaded", { when });
    case "sample":
      return t("listen.sample");
    default:
      return t("listen.read", { when });
  }
};

/** What else is known of a source, part by part: the service, the place there, whether a key is kept, when it is looked at next. */
export function sourceFacts(source: Source, now: number, text: Pick<Text, "t" | "relativeTime">): readonly string[] {
  const { t, relativeTime } = text;
  const { name, place, isLive } = kindOfSource(source);
  const { hasSecret, nextAt } = source;
  return [
    ...(name === undefined ? [] : [place === undefined ? name : `${name}, ${t(place)}`]),
    ...(isLive ? [t("sources.live")] : []),
    ...(hasSecret === true && source.kind !== "webhook" ? [t("sources.keyKept")] : []),
    // one that is due is being looked at
    ...(nextAt !== undefined && nextAt > now ? [t("sources.next", { when: relativeTime(nextAt, now) })] : []),
  ];
}

const problemWords = ({ problem, details }: Source, { error }: Pick<Text, "error">): string | undefined => {
  const code: ErrorCode | undefined = ERROR_CODES.find((known) => known === problem);
  return code && error({ code, details: details ?? {} });
};
