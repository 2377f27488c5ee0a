import type { Source } from "@palabre/shared/terms";
import { useState } from "react";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, showToast } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";
import { ProgressBar } from "./ProgressBar.tsx";

export interface SourceProgressProps {
  readonly source: Source;
  readonly progress: NonNullable<Source["progress"]>;
}

/** How far a file is read, and the way to stop it: nothing of it stays then. */
export const SourceProgress = ({ source, progress: { read, of } }: SourceProgressProps) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isPending, setPending] = useState(false);
  const stop = async (): Promise<void> => {
    setPending(true);
    try {
      await api.removeSource(me.id, source.id);
      showToast({ text: t("sources.stopped", { name: source.name }) });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
      setPending(false);
    }
  };
  return (
    <ProgressBar
      label={of === 0 ? t("sources.progressBegin") : t("sources.progress", { read, of })}
      share={of === 0 ? undefined : read / of}
      action={
        <Button size="s" tone="quiet" isPending={isPending} onPress={() => void stop()}>
          {t("sources.stop")}
        </Button>
      }
    />
  );
};
