import type { SetVoices } from "@palabre/shared/protocol";
import { LIMITS } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { Button, IconButton, PlusIcon, showToast, TextField, TrashIcon } from "../../ui/index.ts";
import { asAppError, useSubmit } from "../pieces/index.ts";
import { changeVoices } from "./changeVoices.ts";
import { FormActions } from "./FormActions.tsx";
import { QueryField } from "./QueryField.tsx";
import { namedVoices, type DraftVoice } from "./namedVoices.ts";
import { settle } from "./settle.ts";
import { useIsLeft } from "./useIsLeft.ts";
import form from "./AddSource.module.css";
import css from "./Voices.module.css";

/** Names side by side: more is no picture. */
const MOST = 10;
const AT_FIRST: readonly DraftVoice[] = [
  { name: "", query: "" },
  { name: "", query: "" },
];

export interface VoicesFormProps {
  readonly names: readonly DraftVoice[];
  /** @throws AppError */
  readonly onSave: (change: (now: SetVoices["names"]) => SetVoices["names"]) => Promise<void>;
  readonly onClose: () => void;
}

/** The names to be compared, each with what finds who speaks of it: the name itself, until something else is written. */
export const VoicesForm = ({ names, onSave, onClose }: VoicesFormProps) => {
  const { t, error } = useText();
  const isLeft = useIsLeft();
  const [opened] = useState(names);
  const [drafts, setDrafts] = useState(() => (names.length === 0 ? AT_FIRST : names));
  const change = (place: number, part: Partial<DraftVoice>): void =>
    setDrafts(drafts.map((draft, at) => (at === place ? { ...draft, ...part } : draft)));
  const { onSubmit, isPending, fault } = useSubmit(async () => {
    const tellSaved = (): unknown => showToast({ text: t("sources.saved") });
    await settle(
      onSave((now) => changeVoices(now, opened, namedVoices(drafts))),
      {
        isLeft: () => isLeft.current,
        onAnswer: () => {
          tellSaved();
          onClose();
        },
        onLeft: tellSaved,
        onLeftFault: (cause) => showToast({ text: error(asAppError(cause)), tone: "warn" }),
      },
    );
  });
  return (
    <form className={form["form"]} onSubmit={onSubmit} noValidate aria-label={t("watch.voices")}>
      {drafts.map(({ name, query }, place) => (
        <div key={place} className={css["row"]}>
          <div className={css["head"]}>
            <TextField
              autoFocus={place === drafts.length - 1 && place > 0 && name === ""}
              label={t("watch.voiceName", { n: place + 1 })}
              value={name}
              maxLength={LIMITS.nameLength}
              onChange={(written) => change(place, { name: written })}
            />
            <IconButton
              label={t("watch.removeVoice", { name: name === "" ? String(place + 1) : name })}
              icon={TrashIcon}
              onPress={() => setDrafts(drafts.filter((_, at) => at !== place))}
            />
          </div>
          <QueryField
            label={t("watch.voiceQuery")}
            value={query}
            placeholder={name === "" ? undefined : `"${name}"`}
            onChange={(written) => change(place, { query: written })}
          />
        </div>
      ))}
      {drafts.length < MOST && (
        <Button size="s" tone="quiet" icon={PlusIcon} onPress={() => setDrafts([...drafts, { name: "", query: "" }])}>
          {t("watch.addVoice")}
        </Button>
      )}
      {fault && (
        <p className={form["error"]} role="alert">
          {error(fault)}
        </p>
      )}
      <FormActions isPending={isPending} onCancel={onClose} />
    </form>
  );
};
