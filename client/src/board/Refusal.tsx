import { useEffect } from "react";
import type { AppError, ErrorCode } from "@palabre/shared/errors";
import type { BoardId } from "@palabre/shared/terms";
import { PASSING } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Button, HomeIcon, Icon, KeyIcon, Logo, RetryIcon, UnreachableIcon } from "../ui/index.ts";
import css from "./Refusal.module.css";
import { useKeptHere } from "./useKeptHere.ts";

/** Trying again may help when the fault is not in the link. */
const MAY_PASS: ReadonlySet<ErrorCode> = new Set([...PASSING, "damaged-document"]);

/** Whoever is let in again finds what they wrote. */
const MAY_COME_BACK: ReadonlySet<ErrorCode> = new Set(["no-session", "bad-secret", "removed", "unreachable"]);

export interface RefusalProps {
  readonly boardId: BoardId;
  readonly fault: Pick<AppError, "code" | "details">;
  readonly onRetry: () => void;
}

/** The board did not open: what happened, that nothing is lost, and what to do. */
export const Refusal = ({ boardId, fault, onRetry }: RefusalProps) => {
  const { t, error } = useText();
  const kept = useKeptHere(boardId);
  const mayPass = MAY_PASS.has(fault.code);
  // who was removed may have been let back in
  const mayRetry = mayPass || fault.code === "removed";
  const title = mayPass ? t("board.failed") : t("frame.notOpened");
  useEffect(() => {
    document.title = `${title} – ${t("frame.product")}`;
  }, [title, t]);
  return (
    <main className={css["refusal"]} data-refusal={fault.code}>
      <a className={css["home"]} href="./" aria-label={t("board.home")}>
        <Logo px={40} />
      </a>
      <div className={css["notice"]} role="alert">
        <Icon of={mayPass ? UnreachableIcon : KeyIcon} size="large" className={css["icon"]} />
        <h1 className={css["title"]}>{title}</h1>
        <p className={css["text"]}>{error(fault)}</p>
        {kept > 0 && MAY_COME_BACK.has(fault.code) && (
          <p className={css["text"]}>{t("status.refusedKept", { n: kept })}</p>
        )}
        <div className={css["actions"]}>
          {mayRetry && (
            <Button tone="primary" icon={RetryIcon} onPress={onRetry}>
              {t("frame.retry")}
            </Button>
          )}
          <Button
            tone={mayRetry ? "plain" : "primary"}
            icon={HomeIcon}
            onPress={() => location.assign(document.baseURI)}
          >
            {t("board.home")}
          </Button>
        </div>
      </div>
    </main>
  );
};
