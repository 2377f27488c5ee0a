import type { AppError } from "@palabre/shared/errors";
import {
  alertRuleSchema,
  newAlertId,
  type AlertCondition,
  type AlertRule,
  type AlertSubject,
  type CardId,
  type ThemeId,
} from "@palabre/shared/terms";

/** What stands in the form of an alert; `subject` is "query", or the kind and id of what is watched. */
export interface DraftAlert {
  readonly id: AlertRule["id"];
  readonly name: string;
  readonly subject: string;
  readonly query: string;
  readonly is: AlertCondition["is"];
  readonly atLeast: number;
  readonly hours: number;
  readonly below: number;
  readonly quiet: { readonly from: string; readonly to: string } | undefined;
  readonly webhook: string;
}
const WORDS = "query";
const USUAL = { atLeast: 20, hours: 24, below: -0.3 } as const;

const subjectId = (on: AlertSubject): string =>
  "card" in on ? `card ${on.card}` : "theme" in on ? `theme ${on.theme}` : WORDS;

export const newDraft = (): DraftAlert => ({
  ...USUAL,
  id: newAlertId(),
  name: "",
  subject: WORDS,
  query: "",
  is: "mentions",
  quiet: undefined,
  webhook: "",
});

export function draftOf({ id, name, on, when, quiet, webhook = "" }: AlertRule): DraftAlert {
  return {
    ...USUAL,
    ...when,
    id,
    name,
    subject: subjectId(on),
    query: "query" in on ? on.query : "",
    quiet,
    webhook,
  };
}

/** The fields of the form that may lack something or hold what can't be; each says so by itself. */
export const ALERT_FIELDS = ["name", "query", "atLeast", "quiet", "webhook"] as const;
export type AlertField = (typeof ALERT_FIELDS)[number];

/**
 * The alert that a form makes, or the fields that lack something; "" is what no field is about.
 * @param timeZone of who writes it: their evening is quiet
 */
export function ruleOf(
  draft: DraftAlert,
  timeZone: string,
): AlertRule | { readonly wanting: readonly (AlertField | "")[] } {
  const { id, name, subject, query, is, atLeast, hours, below, quiet, webhook } = draft;
  const [kind, watched = ""] = subject.split(" ");
  const parsed = alertRuleSchema.safeParse({
    id,
    name: name.trim(),
    // ids that come back from a list of what the board has
    on: kind === "card" ? { card: watched as CardId } : kind === "theme" ? { theme: watched as ThemeId } : { query },
    when: is === "mentions" ? { is, atLeast, hours } : is === "feeling" ? { is, below, hours } : { is },
    timeZone,
    ...(quiet ? { quiet } : {}),
    ...(webhook.trim() === "" ? {} : { webhook: webhook.trim() }),
  });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path: [part, within] }) =>
    part === "on" ? subject : part === "when" ? within : part,
  );
  return { wanting: [...new Set(wrong.map((name) => ALERT_FIELDS.find((field) => field === name) ?? ""))] };
}

/** The field that a refusal of the server is about. */
export const wantingOf = ({ code, details }: Pick<AppError, "code" | "details">): AlertField | "" =>
  code === "wordless-query"
    ? WORDS
    : code === "bad-address" || String(details["path"] ?? "").endsWith("webhook")
      ? "webhook"
      : "";
