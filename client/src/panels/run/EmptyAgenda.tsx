import { useText } from "../../i18n/index.ts";
import { Button, EmptyState, PlusIcon, RunIcon } from "../../ui/index.ts";
import { AgendaFile } from "./AgendaFile.tsx";
import { TakeTemplate } from "./TakeTemplate.tsx";

/** No step yet: what an agenda is for, and the ways to begin one. */
export const EmptyAgenda = ({ onFirst }: { readonly onFirst: () => void }) => {
  const { t } = useText();
  return (
    <EmptyState
      isPlain
      icon={RunIcon}
      text={t("run.empty")}
      actions={
        <>
          <Button tone="primary" size="s" icon={PlusIcon} onPress={onFirst}>
            {t("run.first")}
          </Button>
          <TakeTemplate />
          <AgendaFile isAlone />
        </>
      }
    />
  );
};
