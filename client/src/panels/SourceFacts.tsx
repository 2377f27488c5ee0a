import { useText } from "../i18n/index.ts";
import { ExternalIcon, Icon } from "../ui/index.ts";
import type { FactsProps } from "./factsProps.ts";
import { DraftField } from "./DraftField.tsx";
import { fromDay, toDay } from "./pieces/index.ts";
import { Fact } from "./Labelled.tsx";
import { isWebAddress } from "./pieces/index.ts";
import css from "./SourceFacts.module.css";

/** Where a quote or a page comes from: evidence keeps its source, its date and its address. */
export const SourceFacts = ({ card, set }: FactsProps) => {
  const { t, date } = useText();
  const { source, saidAt, url } = card.attributes;
  const isQuote = card.kind === "quote";
  const open = isWebAddress(url) && (
    <a className={css["open"]} href={url} target="_blank" rel="noreferrer external">
      <Icon of={ExternalIcon} size="meta" />
      {t("facts.openAddress")}
    </a>
  );
  if (!set) {
    return (
      <dl className={css["values"]}>
        <Fact label={t("facts.source")}>{source ?? t("facts.notSaid")}</Fact>
        {isQuote && <Fact label={t("facts.saidAt")}>{saidAt === undefined ? t("facts.notSaid") : date(saidAt)}</Fact>}
        {open !== false && <Fact label={t("facts.address")}>{open}</Fact>}
      </dl>
    );
  }
  return (
    <>
      <DraftField
        label={t("facts.source")}
        value={source ?? ""}
        placeholder={t("facts.sourceHint")}
        maxLength={200}
        onCommit={(next) => set({ source: next === "" ? undefined : next })}
      />
      {isQuote && (
        <DraftField
          label={t("facts.saidAt")}
          type="date"
          value={saidAt === undefined ? "" : toDay(saidAt)}
          onCommit={(next) => set({ saidAt: fromDay(next) })}
        />
      )}
      <DraftField
        label={t("facts.address")}
        type="url"
        value={url ?? ""}
        placeholder="https://"
        maxLength={2_000}
        onCommit={(next) => set({ url: next === "" ? undefined : next })}
      />
      {open}
    </>
  );
};
