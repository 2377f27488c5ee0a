import type { SourceId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, Icon, WebhookIcon } from "../../ui/index.ts";
import { Copied } from "./Copied.tsx";
import { hookExample } from "./hookExample.ts";
import css from "./AddSource.module.css";

export interface WebhookSecretProps {
  readonly source: SourceId;
  readonly secret: string;
  readonly onClose: () => void;
}

/** What the sender needs, once: where to send, the secret, and a call to try it with. */
export const WebhookSecret = ({ source, secret, onClose }: WebhookSecretProps) => {
  const { t } = useText();
  const { me } = useBoard();
  const address = new URL(`api/boards/${me.id}/sources/${source}/hook`, document.baseURI).href;
  return (
    <div className={css["form"]} role="group" aria-label="Webhook">
      <h4 className={css["kind"]}>
        <Icon of={WebhookIcon} size="card" />
        Webhook
      </h4>
      <p>{t("sources.hookText")}</p>
      <Copied name={t("sources.hookAddress")} value={address} />
      <Copied name={t("sources.hookSecret")} value={secret} />
      <p className={css["once"]}>{t("sources.hookOnce")}</p>
      <Copied name={t("sources.hookExample")} value={hookExample(address, secret)} />
      <div className={css["actions"]}>
        <Button size="s" tone="primary" autoFocus onPress={onClose}>
          {t("sources.hookKept")}
        </Button>
      </div>
    </div>
  );
};
