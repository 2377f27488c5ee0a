import type { AppError } from "@palabre/shared/errors";
import type { Voices } from "@palabre/shared/protocol";

export interface ShownVoices {
  /** those that are compared, whatever the span; undefined before the first answer */
  readonly names: Voices["names"] | undefined;
  /** the shares of the span that is asked for, and of no other */
  readonly voices: Voices | undefined;
  readonly fault: AppError | undefined;
  /** its shares are on their way */
  readonly isBusy: boolean;
}

/** What an answer and a fault, each of the days it was asked for, say of the days that are asked for now. */
export function shownVoices(
  days: number,
  answer: { readonly days: number; readonly voices: Voices } | undefined,
  failed: { readonly days: number; readonly fault: AppError } | undefined,
): ShownVoices {
  const voices = answer?.days === days ? answer.voices : undefined;
  const fault = failed?.days === days ? failed.fault : undefined;
  return { names: answer?.voices.names, voices, fault, isBusy: voices === undefined && fault === undefined };
}
