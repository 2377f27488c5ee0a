import { currentPhase, titleOf, type WaitingDrafts } from "@palabre/shared/terms";
import { useState } from "react";
import { draftsApi, toAppError } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { Button, Dialog, LookIcon, showToast } from "../../ui/index.ts";
import css from "./drafts.module.css";

/** Fewer writers than this, and leaving out names hides nobody. */
const FEW = 3;

/** How a facilitator ends a round of drafts: both ways ask first, since neither can be taken back. */
export const EndDrafts = ({ drafts }: { readonly drafts: WaitingDrafts }) => {
  const { t, error } = useText();
  const { me } = useBoard();
  const [asking, setAsking] = useState<"reveal" | "discard">();
  const [isPending, setPending] = useState(false);
  const { phase, round } = drafts;
  const end = async (how: "reveal" | "discard"): Promise<void> => {
    setPending(true);
    try {
      if (how === "discard") await draftsApi.discard(me.id, { phase, round });
      else {
        const { ideas: n, left } = await draftsApi.reveal(me.id, { phase, round });
        // what came, and that drafts are thrown away, is told to all
        if (left > 0) showToast({ text: t("drafts.revealedSome", { n, left }), tone: "warn" });
        else if (n === 0) showToast({ text: t("drafts.nothing") });
      }
      setAsking(undefined);
    } catch (fault) {
      showToast({ text: error(toAppError(fault)), tone: "warn" });
    } finally {
      setPending(false);
    }
  };
  const close = () => setAsking(undefined);
  const n = drafts.ideas;
  return (
    <span className={css["ends"]}>
      <Button size="s" tone="quiet" onPress={() => setAsking("discard")}>
        {t("drafts.discard")}
      </Button>
      <Button size="s" tone="primary" icon={LookIcon} onPress={() => setAsking("reveal")}>
        {t("drafts.reveal")}
      </Button>
      {asking && (
        <Dialog
          title={asking === "reveal" ? t("drafts.revealTitle", { n }) : t("drafts.discardTitle", { n })}
          isOpen
          onClose={close}
          size="s"
          role="alertdialog"
          footer={
            <>
              <Button tone="quiet" onPress={close}>
                {t("frame.cancel")}
              </Button>
              <Button
                tone={asking === "reveal" ? "primary" : "danger"}
                isPending={isPending}
                onPress={() => void end(asking)}
              >
                {t(asking === "reveal" ? "drafts.revealConfirm" : "drafts.discardConfirm")}
              </Button>
            </>
          }
        >
          {asking === "reveal" ? <WhatReveals drafts={drafts} /> : <p>{t("drafts.discardText")}</p>}
        </Dialog>
      )}
    </span>
  );
};

/** What will happen, before it does. */
const WhatReveals = ({ drafts: { phase: id, people, signed } }: { readonly drafts: WaitingDrafts }) => {
  const { t } = useText();
  const board = useBoard();
  const { agenda, now } = useWorkshop();
  const phase = agenda.phases.find((each) => each.id === id);
  const frame = phase?.look === undefined ? undefined : board.card(phase.look);
  const isInto = frame?.kind === "frame" && frame.attributes.trashedAt === undefined;
  return (
    <div className={css["what"]}>
      <p>
        {isInto ? t("drafts.revealInto", { frame: titleOf(frame) || t("card.untitled") }) : t("drafts.revealBeside")}
      </p>
      <p>{t(signed ? "drafts.revealSigned" : "drafts.revealAnonymous")}</p>
      {!signed && people < FEW && <p className={css["warning"]}>{t("drafts.few", { n: people })}</p>}
      {currentPhase(agenda, now)?.id === id && <p>{t("drafts.revealOpen")}</p>}
    </div>
  );
};
