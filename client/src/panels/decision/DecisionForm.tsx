import {
  DECISION_RULES,
  LIMITS,
  OUTCOMES,
  type CardId,
  type Decision,
  type DecisionFacts,
  type DecisionRule,
} from "@palabre/shared/terms";
import { useState } from "react";
import { decisionsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, LongField, SegmentedControl, Select, showToast, TextField } from "../../ui/index.ts";
import { toDay, useNow, useSubmit } from "../pieces/index.ts";
import { useVotesOn } from "../vote/index.ts";
import { linesOf, morningOf } from "./lines.ts";
import { OUTCOME_ICONS } from "./outcomeIcons.ts";
import { forgetUnsent, keepUnsent, unsentOn, type WrittenDecision } from "./unsent.ts";
import css from "./Decision.module.css";

export interface DecisionFormProps {
  readonly card: CardId;
  readonly decision: Decision | undefined;
  readonly onClose: () => void;
}
/** No id has this shape. */
const NO_BALLOT = "";

/** Records what became of a card, by which rule, what spoke for and against it, who sees to it, and when it is looked at again. */
export const DecisionForm = ({ card, decision, onClose }: DecisionFormProps) => {
  const { t, error, date } = useText();
  const { me } = useBoard();
  const now = useNow();
  const votes = useVotesOn(card);
  const [latest] = votes;
  const [written, setWritten] = useState<WrittenDecision>(
    () =>
      unsentOn(me.id, card) ?? {
        outcome: decision?.outcome ?? "decided",
        rule: decision?.rule ?? (latest ? ruleOf(latest.method) : "talk"),
        ballot: decision ? (decision.ballot ?? NO_BALLOT) : (latest?.id ?? NO_BALLOT),
        pros: (decision?.for ?? []).join("\n"),
        cons: (decision?.against ?? latest?.reasons ?? []).join("\n"),
        owner: decision?.owner ?? "",
        day: decision?.reviewAt === undefined || decision.reviewAt <= Date.now() ? "" : toDay(decision.reviewAt),
      },
  );
  const { outcome, rule, ballot, pros, cons, owner, day } = written;
  const change = (part: Partial<WrittenDecision>): void => {
    const next = { ...written, ...part };
    setWritten(next);
    keepUnsent(me.id, card, next);
  };
  const cancel = (): void => {
    forgetUnsent(me.id, card);
    onClose();
  };
  const reviewAt = morningOf(day);
  const isPast = reviewAt !== undefined && reviewAt <= now;
  const { onSubmit, isPending, fault } = useSubmit(async () => {
    const facts: DecisionFacts = {
      outcome,
      rule,
      ballot: votes.find(({ id }) => id === ballot)?.id,
      for: linesOf(pros),
      against: linesOf(cons),
      owner: owner.trim() === "" ? undefined : owner.trim(),
      reviewAt,
    };
    await decisionsApi.set(me.id, card, facts);
    forgetUnsent(me.id, card, written);
    showToast({ text: t("decision.recorded") });
    onClose();
  });
  return (
    <form
      className={css["form"]}
      onSubmit={(event) => (isPast ? event.preventDefault() : onSubmit(event))}
      noValidate
      aria-label={t("decision.record")}
    >
      <SegmentedControl
        isWide
        label={t("decision.outcome")}
        choices={OUTCOMES.map((id) => ({ id, label: t(`decision.${id}`), icon: OUTCOME_ICONS[id] }))}
        value={outcome}
        onChange={(next) => change({ outcome: next })}
      />
      <Select
        label={t("decision.rule")}
        choices={DECISION_RULES.map((id) => ({ id, label: t(`decision.rule.${id}`) }))}
        value={rule}
        onChange={(next) => change({ rule: next })}
      />
      {votes.length > 0 && (
        <Select
          label={t("decision.ballot")}
          choices={[
            { id: NO_BALLOT, label: t("decision.noBallot") },
            ...votes.map(({ id, question, at }) => ({
              id: id as string,
              label: t("decision.ballotOf", { question, day: date(at, "shortDay") }),
            })),
          ]}
          value={ballot}
          onChange={(next) => change({ ballot: next })}
        />
      )}
      <LongField
        label={t("decision.for")}
        hint={t("decision.linesHint")}
        value={pros}
        onChange={(next) => change({ pros: next })}
      />
      <LongField label={t("decision.against")} value={cons} onChange={(next) => change({ cons: next })} />
      <TextField
        label={t("decision.owner")}
        maxLength={LIMITS.titleLength}
        value={owner}
        onChange={(next) => change({ owner: next })}
      />
      <TextField
        label={t("decision.review")}
        hint={t("decision.reviewHint")}
        error={isPast ? t("decision.reviewPast") : undefined}
        type="date"
        value={day}
        onChange={(next) => change({ day: next })}
      />
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}
        </p>
      )}
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={cancel}>
          {t("frame.cancel")}
        </Button>
        <Button
          size="s"
          tone="primary"
          type="submit"
          isPending={isPending}
          disabledReason={isPast ? t("decision.reviewPast") : undefined}
        >
          {t("decision.save")}
        </Button>
      </div>
    </form>
  );
};

const ruleOf = (method: string): DecisionRule => (method === "consent" ? "consent" : "ballot");
