import { useEffect } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { announce, Logo } from "../ui/index.ts";
import { useDoorstep } from "./useDoorstep.ts";
import { WaitingName } from "./WaitingName.tsx";
import css from "./WaitingPage.module.css";

export interface WaitingPageProps {
  readonly boardId: BoardId;
  /** a facilitator opened the door */
  readonly onIn: () => void;
  /** there is nothing to wait for any more */
  readonly onFault: (fault: AppError) => void;
}

/** Before the door of a board: for which workshop one waits, under which name; the page follows by itself. */
export const WaitingPage = ({ boardId, onIn, onFault }: WaitingPageProps) => {
  const { t } = useText();
  const { door, isLost } = useDoorstep(boardId, {
    onIn: () => {
      announce(t("waiting.in"), "assertive");
      onIn();
    },
    onFault,
  });
  const isRefused = door?.standing === "refused";
  const title = isRefused ? t("waiting.refused") : t("waiting.title");
  useEffect(() => {
    document.title = `${title} – ${t("frame.product")}`;
  }, [title, t]);
  const waitsFor = isRefused ? undefined : door?.title;
  useEffect(() => {
    if (waitsFor !== undefined) announce(t("waiting.text", { title: waitsFor }), "kept");
  }, [waitsFor, t]);
  if (door === undefined) return <main className={css["page"]} aria-busy="true" />;
  return (
    <main className={css["page"]} data-standing={door.standing}>
      <Logo px={52} />
      <div className={css["words"]} role={isRefused ? "alert" : undefined}>
        <h1 className={css["title"]}>{title}</h1>
        <p className={css["text"]}>
          {isRefused
            ? t("waiting.refusedText", { title: door.title, name: door.name })
            : t("waiting.text", { title: door.title })}
        </p>
        <p className={css["lost"]} role="status">
          {isLost ? t("waiting.again") : ""}
        </p>
      </div>
      {!isRefused && <WaitingName boardId={boardId} name={door.name} />}
    </main>
  );
};
