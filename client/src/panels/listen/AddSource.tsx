import type { AppError } from "@palabre/shared/errors";
import { INTERVAL_MINUTES } from "@palabre/shared/protocol";
import type { SourceId } from "@palabre/shared/terms";
import { useState, type FormEvent } from "react";
import { sourcesApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, Icon, SegmentedControl, Select, showToast, Switch } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";
import { askForSource, type Filled } from "./askForSource.ts";
import { intervalChoices } from "./intervals.ts";
import { makeSecret } from "./makeSecret.ts";
import { SourceFields } from "./SourceFields.tsx";
import type { FormField, SourceForm } from "./sourceForms.ts";
import { useFaults } from "./useFaults.ts";
import { useIsLeft } from "./useIsLeft.ts";
import { WebhookSecret } from "./WebhookSecret.tsx";
import css from "./AddSource.module.css";

export interface AddSourceProps {
  readonly form: SourceForm;
  readonly onClose: () => void;
}

/** A source of any kind; it is read at once, so that what is wrong with it is said here. */
export const AddSource = ({ form, onClose }: AddSourceProps) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const [filled, setFilled] = useState<Filled>(() => firstOf(form));
  const { drawn, faults, refuse, mend, clear } = useFaults();
  const isLeft = useIsLeft();
  const [isPending, setPending] = useState(false);
  const [hook, setHook] = useState<{ readonly source: SourceId; readonly secret: string }>();
  const change = (part: Partial<Filled>): void => setFilled({ ...filled, ...part });
  const write = (name: FormField["name"], value: string): void => {
    change({ values: { ...filled.values, [name]: value } });
    mend([name]);
  };
  const live = form.live?.(filled.place);
  const fields = form.fields(filled.place, live !== undefined && filled.isLive);

  const add = async (): Promise<void> => {
    const asked = askForSource(form, filled);
    if (asked.type === "wanting") {
      refuse(Object.fromEntries(asked.fields.map((name) => [name, t("sources.wanting")])));
      return;
    }
    setPending(true);
    clear();
    try {
      const { source, added } = await sourcesApi.add(me.id, asked.request);
      if (asked.request.kind === "webhook" && !isLeft.current) {
        setHook({ source: source.id, secret: asked.request.secret });
        return;
      }
      if (asked.request.kind === "webhook") showToast({ text: t("sources.hookUnseen"), tone: "warn" });
      else showToast({ text: t("listen.added", { n: added }) });
      if (!isLeft.current) onClose();
    } catch (cause) {
      const fault = asAppError(cause);
      if (isLeft.current) {
        showToast({ text: error(fault), tone: "warn" });
        return;
      }
      const names = [...fields, ...(form.elsewhere ?? [])].map(({ name }) => name);
      refuse({ [fieldOf(fault, names)]: error(fault) });
    } finally {
      setPending(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) void add();
  };
  if (hook) return <WebhookSecret {...hook} onClose={onClose} />;
  const name = form.name ?? t("listen.addFeed");
  const unplaced = faults[""];
  return (
    <form ref={drawn} className={css["form"]} onSubmit={onSubmit} noValidate aria-label={name}>
      {form.name !== undefined && (
        <h4 className={css["kind"]}>
          <Icon of={form.icon} size="card" />
          {name}
        </h4>
      )}
      {form.places.length > 0 && <Places form={form} place={filled.place} onChange={(place) => change({ place })} />}
      <SourceFields key={filled.place} fields={fields} values={filled.values} faults={faults} onChange={write} />
      {live !== undefined && (
        <Switch label={t(live)} isSelected={filled.isLive} onChange={(isLive) => change({ isLive })} />
      )}
      {form.kind !== "webhook" && (
        <Select
          label={t("listen.interval")}
          choices={intervalChoices(filled.minutes, text)}
          value={String(filled.minutes)}
          onChange={(minutes) => change({ minutes: Number(minutes) })}
        />
      )}
      {form.elsewhere && (
        <details className={css["elsewhere"]}>
          <summary>{t("sources.elsewhere")}</summary>
          <div>
            <SourceFields fields={form.elsewhere} values={filled.values} faults={faults} onChange={write} />
          </div>
        </details>
      )}
      {unplaced !== undefined && (
        <p className={css["error"]} role="alert">
          {unplaced}
        </p>
      )}
      <div className={css["actions"]}>
        <Button size="s" tone="quiet" onPress={onClose}>
          {
            // the server goes on with what it was asked for
            isPending ? t("csv.close") : t("frame.cancel")
          }
        </Button>
        <Button size="s" tone="primary" type="submit" isPending={isPending}>
          {isPending ? t("listen.reading") : t("listen.add")}
        </Button>
      </div>
    </form>
  );
};

const Places = ({
  form,
  place,
  onChange,
}: {
  readonly form: SourceForm;
  readonly place: string | undefined;
  readonly onChange: (place: string) => void;
}) => {
  const { t } = useText();
  const choices = form.places.map(({ id, label }) => ({ id, label: t(label) }));
  const label = t("sources.place");
  // four do not fit side by side in a narrow panel
  return choices.length > 3 ? (
    <Select label={label} choices={choices} value={place} onChange={onChange} />
  ) : (
    <SegmentedControl isWide label={label} choices={choices} value={place} onChange={onChange} />
  );
};

const firstOf = ({ kind, places }: SourceForm): Filled => ({
  place: places[0]?.id,
  values: kind === "webhook" ? { secret: makeSecret() } : {},
  isLive: false,
  minutes: INTERVAL_MINUTES.usual,
});

/** The field that a fault is about: the one that the server names, else the secret or the first; "" where that is not drawn. */
function fieldOf({ code, details }: AppError, names: readonly string[]): string {
  const { path } = details;
  if (typeof path === "string" && names.includes(path)) return path;
  if (code === "source-credentials" && names.includes("secret")) return "secret";
  const isOfAddress = code !== "source-credentials" && code !== "forbidden" && code !== "too-many-sources";
  return isOfAddress ? (names[0] ?? "") : "";
}
