import { useMemo, useState } from "react";
import { mayFacilitate } from "@palabre/shared/facilitation";
import { useText } from "../../i18n/index.ts";
import { useBoard, useDesk } from "../../state/index.ts";
import { Button, EmptyState, FeedIcon, FileUpIcon, ListenIcon } from "../../ui/index.ts";
import { AddCsv } from "./AddCsv.tsx";
import { AddFeed } from "./AddFeed.tsx";
import { Section } from "../pieces/index.ts";
import { SourceRow } from "./SourceRow.tsx";
import css from "./SourcesSection.module.css";

type Adding = "feed" | "csv" | undefined;

/** The sources of a board, as those see them who lead the workshop: health, interval, and the ways to add one. */
export const SourcesSection = () => (mayFacilitate(useBoard().me.role) ? <Sources /> : undefined);

const Sources = () => {
  const { t } = useText();
  const desk = useDesk();
  const [adding, setAdding] = useState<Adding>();
  const sources = useMemo(() => [...(desk?.sources.values() ?? [])].sort((a, b) => a.addedAt - b.addedAt), [desk]);
  const close = (): void => setAdding(undefined);
  const buttons = (
    <>
      <Button size="s" icon={FeedIcon} onPress={() => setAdding("feed")}>
        {t("listen.addFeed")}
      </Button>
      <Button size="s" icon={FileUpIcon} onPress={() => setAdding("csv")}>
        {t("listen.addCsv")}
      </Button>
    </>
  );
  if (sources.length === 0 && adding === undefined) {
    return <EmptyState isPlain icon={ListenIcon} text={t("listen.empty")} actions={buttons} />;
  }
  return (
    <Section title={t("listen.sources")}>
      <ul>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
      {adding === "feed" && <AddFeed onClose={close} />}
      {adding === "csv" && <AddCsv onClose={close} />}
      {adding === undefined && <div className={css["actions"]}>{buttons}</div>}
    </Section>
  );
};
