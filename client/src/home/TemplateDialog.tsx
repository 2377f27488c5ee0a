import { useState, type FormEvent } from "react";
import type { TemplateFace } from "@palabre/shared/facilitation/library";
import { LIMITS, type TemplateName } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Button, Dialog, TextField } from "../ui/index.ts";
import { TemplatePicture } from "./TemplatePicture.tsx";
import { TemplateSteps } from "./TemplateSteps.tsx";
import { useStart } from "./useStart.ts";
import { useTemplateFacts } from "./useTemplateFacts.ts";
import css from "./TemplateDialog.module.css";

export interface TemplateDialogProps {
  readonly template: TemplateName;
  readonly face: TemplateFace;
  readonly onClose: () => void;
}

/** All of a template before a board is made of it: its goal, its board from afar, its steps; and what the board will be called. */
export const TemplateDialog = ({ template, face, onClose }: TemplateDialogProps) => {
  const { t, language } = useText();
  const facts = useTemplateFacts();
  const start = useStart();
  const [title, setTitle] = useState(face.title);
  const [isSending, setSending] = useState(false);
  const [isMissing, setMissing] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    if (title.trim() === "") return setMissing(true);
    setSending(true);
    await start({ title: title.trim(), template, language });
    setSending(false);
  };
  return (
    <Dialog
      title={face.name}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button tone="quiet" onPress={onClose}>
            {t("frame.cancel")}
          </Button>
          <Button tone="primary" type="submit" form="template-title" isPending={isSending}>
            {t("library.create")}
          </Button>
        </>
      }
    >
      <div className={css["about"]}>
        <TemplatePicture face={face} className={css["picture"]} />
        <div className={css["words"]}>
          <p className={css["goal"]}>{face.goal}</p>
          <p className={css["facts"]}>{facts(face)}</p>
          <form id="template-title" onSubmit={(event) => void send(event)}>
            <TextField
              label={t("home.newTitleLabel")}
              voice="voice"
              value={title}
              onChange={(next) => {
                setTitle(next);
                setMissing(false);
              }}
              maxLength={LIMITS.titleLength}
              error={isMissing ? t("home.titleMissing") : undefined}
              autoComplete="off"
            />
          </form>
        </div>
      </div>
      <h3 className={css["heading"]}>{t("library.agenda")}</h3>
      <TemplateSteps steps={face.agenda} />
    </Dialog>
  );
};
