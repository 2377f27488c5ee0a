import { useEffect, useState } from "react";
import { useText } from "../i18n/index.ts";
import { announce, Button, CloseIcon, IconButton } from "../ui/index.ts";
import { AwayDialog } from "./AwayDialog.tsx";
import { Slip } from "./Slip.tsx";
import { useAway } from "./useAway.ts";

/** For who comes back: how much others changed meanwhile, and the list of it. */
export const AwaySlip = () => {
  const { t } = useText();
  const { changed, dismiss } = useAway();
  const [isOpen, setOpen] = useState(false);
  const n = changed?.changes.length ?? 0;
  useEffect(() => {
    if (n > 0) announce(t("together.away", { n }));
  }, [n, t]);
  if (!changed) return null;
  return (
    <>
      <Slip of="away">
        <p>{t("together.away", { n })}</p>
        <Button size="s" tone="leaf" onPress={() => setOpen(true)}>
          {t("together.awayShow")}
        </Button>
        <IconButton size="s" label={t("together.awayDismiss")} icon={CloseIcon} onPress={dismiss} />
      </Slip>
      {isOpen && <AwayDialog changed={changed} onClose={() => setOpen(false)} />}
    </>
  );
};
