import { useEffect, useRef, useState } from "react";
import type { Role } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { announce, Button, CheckIcon, copyText, CopyIcon, RotateIcon } from "../ui/index.ts";
import css from "./SharePanel.module.css";

export interface ShareLinkProps {
  readonly role: Role;
  /** undefined until it was read */
  readonly link: string | undefined;
  readonly onRotate: () => Promise<void>;
}

/** How long the button says that the link was copied, in ms. */
const COPIED_MS = 2_000;

/** One link: for whom, what it allows, the way to copy it, the way to end it. */
export const ShareLink = ({ role, link, onRotate }: ShareLinkProps) => {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<"copied" | "failed">();
  const [isAsked, setAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const name = t(`role.${role}`);

  useEffect(() => {
    if (note !== "copied") return;
    const timer = setTimeout(() => setNote(undefined), COPIED_MS);
    return () => clearTimeout(timer);
  }, [note]);
  const copy = async (): Promise<void> => {
    if (link === undefined) return;
    const isCopied = await copyText(link);
    setNote(isCopied ? "copied" : "failed");
    if (isCopied) return announce(t("frame.linkCopied"), "kept");
    field.current?.focus();
  };
  // a facilitator's link on a screen that a room can see would be everybody's: it shows while one is in its field
  const isMasked = role === "facilitator" && !isOpen;
  return (
    <li className={css["link"]}>
      <div className={css["for"]}>
        <b>{name}</b>
        <span>{t(`share.${role}Text`)}</span>
        <Button
          size="s"
          tone="quiet"
          icon={RotateIcon}
          onPress={() => setAsked(true)}
          aria-label={t("share.rotateOf", { role: name })}
          isDisabled={link === undefined || isAsked}
        >
          {t("share.rotate")}
        </Button>
      </div>
      <div className={css["row"]}>
        <input
          ref={field}
          className={css["field"]}
          aria-label={t("share.linkOf", { role: name })}
          data-role={role}
          readOnly
          value={isMasked ? (link?.replace(/#.*/, "#…") ?? "") : (link ?? "")}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={(event) => event.currentTarget.select()}
        />
        <Button
          icon={note === "copied" ? CheckIcon : CopyIcon}
          tone={role === "participant" ? "primary" : "plain"}
          onPress={() => void copy()}
          aria-label={note === "copied" ? t("frame.linkCopied") : t("share.copyOf", { role: name })}
          isDisabled={link === undefined}
        >
          {note === "copied" ? t("frame.copied") : t("share.copy")}
        </Button>
      </div>
      {note === "failed" && <p className={css["failed"]}>{t("frame.copyFailed")}</p>}
      {isAsked && (
        <fieldset className={css["asked"]} aria-label={t("share.rotateTitle", { role: name })}>
          <p>{t("share.rotateText")}</p>
          <Button size="s" tone="quiet" onPress={() => setAsked(false)} autoFocus>
            {t("share.rotateKeep")}
          </Button>
          <Button
            size="s"
            tone="danger"
            onPress={() => {
              setAsked(false);
              void onRotate();
            }}
          >
            {t("share.rotateConfirm")}
          </Button>
        </fieldset>
      )}
    </li>
  );
};
