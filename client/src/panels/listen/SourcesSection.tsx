import { mayFacilitate } from "@palabre/shared/facilitation";
import { useMemo, useRef, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useDesk } from "../../state/index.ts";
import { Button, classes, EmptyState, FeedIcon, FileUpIcon, ListenIcon, Menu, PlusIcon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { AddCsv } from "./AddCsv.tsx";
import { AddSource } from "./AddSource.tsx";
import { SOURCE_FORMS, type FormKind } from "./sourceForms.ts";
import { SourceRow } from "./SourceRow.tsx";
import css from "./SourcesSection.module.css";

/** The sources of a board, as those see them who lead the workshop: health, and the ways to add one. */
export const SourcesSection = () => (mayFacilitate(useBoard().me.role) ? <Sources /> : undefined);

const Sources = () => {
  const { t } = useText();
  const desk = useDesk();
  const [adding, setAdding] = useState<FormKind | "csv">();
  const actions = useRef<HTMLDivElement>(null);
  const sources = useMemo(() => [...(desk?.sources.values() ?? [])].sort((a, b) => a.addedAt - b.addedAt), [desk]);
  const close = (): void => {
    setAdding(undefined);
    // the form is gone: who works by keyboard stands where it was asked for
    requestAnimationFrame(() => actions.current?.querySelector("button")?.focus());
  };
  const isFirst = sources.length === 0 && adding === undefined;
  return (
    <>
      {isFirst ? (
        <EmptyState isPlain icon={ListenIcon} text={t("listen.empty")} />
      ) : (
        <Section title={t("listen.sources")}>
          <ul>
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </ul>
          {adding === "csv" && <AddCsv onClose={close} />}
          {adding !== undefined && adding !== "csv" && <AddSource form={SOURCE_FORMS[adding]} onClose={close} />}
        </Section>
      )}
      {/* beside both: who stands on one of them stays there when the first source comes */}
      {adding === undefined && (
        <div className={classes(css["actions"], isFirst && css["first"])} ref={actions}>
          <Button size="s" icon={FeedIcon} onPress={() => setAdding("feed")}>
            {t("listen.addFeed")}
          </Button>
          <Button size="s" icon={FileUpIcon} onPress={() => setAdding("csv")}>
            {t("listen.addCsv")}
          </Button>
          <OtherSources onChoose={setAdding} />
        </div>
      )}
    </>
  );
};

const OtherSources = ({ onChoose }: { readonly onChoose: (kind: FormKind) => void }) => {
  const { t } = useText();
  const items = Object.values(SOURCE_FORMS).flatMap(({ kind, name, icon, about }) =>
    name === undefined
      ? []
      : [{ id: kind, label: name, icon, hint: about && t(about), onAction: () => onChoose(kind) }],
  );
  return (
    <Menu
      label={t("sources.another")}
      placement="bottom start"
      trigger={
        <Button size="s" icon={PlusIcon}>
          {t("sources.another")}
        </Button>
      }
      items={items}
    />
  );
};
