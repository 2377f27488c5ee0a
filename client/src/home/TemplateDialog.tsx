import type { TemplateFace } from "@palabre/shared/facilitation/library";
import type { TemplateName } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Button, Dialog } from "../ui/index.ts";
import { TemplatePicture } from "./TemplatePicture.tsx";
import { TemplateSteps } from "./TemplateSteps.tsx";
import { useStart } from "./useStart.ts";
import { useTemplateFacts } from "./useTemplateFacts.ts";
import { useTitleForm } from "./useTitleForm.tsx";
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
  const { form, isSending } = useTitleForm({
    id: "template-title",
    initial: face.title,
    onTitle: async (title) => void (await start({ title, template, language })),
  });
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
          <p className={css["goal"]} lang={language}>
            {face.goal}
          </p>
          <p className={css["facts"]}>{facts(face)}</p>
          {form}
        </div>
      </div>
      <h3 className={css["heading"]}>{t("library.agenda")}</h3>
      <TemplateSteps steps={face.agenda} />
    </Dialog>
  );
};
