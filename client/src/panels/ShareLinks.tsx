import { useEffect, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import type { Links } from "@palabre/shared/protocol";
import { ROLES, type BoardId, type Role } from "@palabre/shared/terms";
import { api, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Button, EmptyState, RetryIcon, SegmentedControl, showToast, UnreachableIcon } from "../ui/index.ts";
import { QrCode } from "./joining/index.ts";
import { ShareLink } from "./ShareLink.tsx";
import css from "./SharePanel.module.css";

/** The order in which links are given away: most often first. */
const BY_USE: readonly Role[] = ["participant", "viewer", "facilitator"];

export const ShareLinks = ({ boardId }: { readonly boardId: BoardId }) => {
  const { t, error } = useText();
  const [links, setLinks] = useState<Links>();
  const [fault, setFault] = useState<AppError>();
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<Role>("participant");

  useEffect(() => {
    const leaving = new AbortController();
    api.links(boardId, leaving.signal).then(setLinks, (cause: unknown) => {
      if (!leaving.signal.aborted) setFault(toAppError(cause));
    });
    return () => leaving.abort();
  }, [boardId, attempt]);

  const retry = (): void => {
    setFault(undefined);
    setAttempt(attempt + 1);
  };
  const rotate = async (role: Role): Promise<void> => {
    try {
      setLinks(await api.rotateLink(boardId, role));
      showToast({ text: t("share.rotated") });
    } catch (cause) {
      showToast({ text: error(toAppError(cause)), tone: "warn" });
    }
  };

  if (fault)
    return (
      <EmptyState
        icon={UnreachableIcon}
        title={t("share.failed")}
        text={error(fault)}
        isPlain
        actions={
          <Button icon={RetryIcon} onPress={retry}>
            {t("frame.retry")}
          </Button>
        }
      />
    );
  return (
    <div className={css["share"]} aria-busy={links === undefined}>
      <div className={css["code"]}>
        <QrCode text={links?.[shown]} label={t("share.qr", { role: t(`role.${shown}`) })} />
        <SegmentedControl
          label={t("share.qrFor")}
          choices={ROLES.toReversed().map((id) => ({ id, label: t(`role.${id}`) }))}
          value={shown}
          onChange={setShown}
        />
        <small>{t("share.qrHint")}</small>
      </div>
      <div>
        <p className={css["text"]}>{t("share.text")}</p>
        <ul>
          {BY_USE.map((role) => (
            <ShareLink key={role} role={role} link={links?.[role]} onRotate={() => rotate(role)} />
          ))}
        </ul>
      </div>
    </div>
  );
};
