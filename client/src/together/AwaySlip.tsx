import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import { announce, Button, CloseIcon, IconButton } from "../ui/index.ts";
import { AwayDialog } from "./AwayDialog.tsx";
import { Slip } from "./Slip.tsx";
import type { ChangedWhileAway } from "./awayWatch.ts";
import { useAway } from "./useAway.ts";
import { useChangedByOthers } from "./useChangedByOthers.ts";

/** For who comes back: how much others changed meanwhile, how much of it speaks to them, and the list of it. */
export const AwaySlip = () => {
  const { changed, read, dismiss } = useAway();
  return changed && <AwayTold changed={changed} onRead={read} onDismiss={dismiss} />;
};

interface AwayToldProps {
  readonly changed: ChangedWhileAway;
  readonly onRead: () => void;
  readonly onDismiss: () => void;
}
const AwayTold = ({ changed, onRead, onDismiss }: AwayToldProps) => {
  const { t } = useText();
  const { n, toMe } = useChangedByOthers(changed);
  const [isOpen, setOpen] = useState(false);
  const words = `${t("together.away", { n })}${toMe > 0 ? ` ${t("together.awayToYou", { n: toMe })}` : ""}`;
  const said = useRef<ChangedWhileAway>(undefined);
  useEffect(() => {
    if (n === 0 || said.current === changed) return;
    said.current = changed;
    announce(words);
  }, [n, words, changed]);
  // what comes while the list is open is in it
  const close = (): void => {
    setOpen(false);
    onRead();
  };
  // all of it is gone again
  if (n === 0 && !isOpen) return null;
  return (
    <>
      <Slip of="away">
        <p>{words}</p>
        <Button size="s" tone="leaf" onPress={() => setOpen(true)}>
          {t("together.awayShow")}
        </Button>
        <IconButton size="s" label={t("together.awayDismiss")} icon={CloseIcon} onPress={onDismiss} />
      </Slip>
      {isOpen && <AwayDialog changed={changed} onClose={close} />}
    </>
  );
};
