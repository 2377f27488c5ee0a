import type { Source } from "@palabre/shared/terms";
import { useState } from "react";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import {
  classes,
  ExternalIcon,
  Icon,
  IconButton,
  LateIcon,
  Menu,
  MoreIcon,
  RetryIcon,
  SettingsIcon,
  showToast,
  TrashIcon,
  type MenuEntry,
} from "../../ui/index.ts";
import { asAppError, isWebAddress, useNow } from "../pieces/index.ts";
import { drawingOfSource } from "./kindsOfSource.ts";
import { RemoveSource } from "./RemoveSource.tsx";
import { SourceProgress } from "./SourceProgress.tsx";
import { SourceSettings } from "./SourceSettings.tsx";
import { sourceFacts, sourceWords } from "./sourceWords.ts";
import css from "./SourceRow.module.css";

/** One source: what it is, how it stands, how much it gave, and what can be done with it. */
export const SourceRow = ({ source }: { readonly source: Source }) => {
  const text = useText();
  const { t } = text;
  const now = useNow();
  const { tone, line, advice } = sourceWords(source, now, text);
  const [opened, setOpened] = useState<"settings" | "removal">();
  const { isReading, refresh } = useRefresh(source);
  // what is looked at again has a pace
  const isPaced = source.intervalMinutes !== undefined;
  const close = (): void => setOpened(undefined);

  return (
    <li className={css["source"]} data-state={source.state}>
      <div className={css["row"]}>
        <Icon of={drawingOfSource(source.kind)} size="card" />
        <div className={css["words"]}>
          <b className={css["name"]}>{source.name}</b>
          <span className={classes(css["line"], tone === "warn" && css["warn"])}>
            {tone === "warn" && <Icon of={LateIcon} size="meta" />}
            {isReading ? t("listen.reading") : line}
            <span className={css["posts"]}>{t("listen.posts", { n: source.posts })}</span>
          </span>
          <Facts source={source} now={now} />
        </div>
        {isPaced && (
          <IconButton
            size="s"
            label={t("listen.refresh")}
            icon={RetryIcon}
            isDisabled={isReading}
            onPress={() => void refresh()}
          />
        )}
        <SourceMenu source={source} onRefresh={isPaced ? refresh : undefined} onOpen={setOpened} />
      </div>
      {source.progress && <SourceProgress source={source} progress={source.progress} />}
      {advice !== undefined && <p className={css["advice"]}>{advice}</p>}
      {opened === "settings" && <SourceSettings source={source} onClose={close} />}
      {opened === "removal" && <RemoveSource source={source} onClose={close} />}
    </li>
  );
};

const Facts = ({ source, now }: { readonly source: Source; readonly now: number }) => {
  const facts = sourceFacts(source, now, useText());
  return facts.length > 0 && <span className={css["line"]}>{facts.join(" · ")}</span>;
};

/** Looks at a source now, and says what came of it. */
function useRefresh(source: Source): { readonly isReading: boolean; readonly refresh: () => Promise<void> } {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isReading, setReading] = useState(false);
  const refresh = async (): Promise<void> => {
    setReading(true);
    try {
      const { added } = await api.refreshSource(me.id, source.id);
      showToast({ text: added === 0 ? t("listen.nothingNew") : t("listen.added", { n: added }) });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    } finally {
      setReading(false);
    }
  };
  return { isReading, refresh };
}

const SourceMenu = ({
  source,
  onRefresh,
  onOpen,
}: {
  readonly source: Source;
  readonly onRefresh: (() => Promise<void>) | undefined;
  readonly onOpen: (what: "settings" | "removal") => void;
}) => {
  const { t } = useText();
  const items: MenuEntry[] = [];
  if (onRefresh)
    items.push({ id: "read", icon: RetryIcon, label: t("listen.refresh"), onAction: () => void onRefresh() });
  items.push({ id: "settings", icon: SettingsIcon, label: t("sources.settings"), onAction: () => onOpen("settings") });
  if (isWebAddress(source.url)) {
    const { url } = source;
    items.push({
      id: "open",
      icon: ExternalIcon,
      label: t("listen.openSource"),
      onAction: () => void open(url, "_blank", "noreferrer"),
    });
  }
  items.push({
    id: "remove",
    icon: TrashIcon,
    tone: "danger",
    label: t("listen.remove"),
    onAction: () => onOpen("removal"),
  });
  const label = t("listen.menuOf", { name: source.name });
  return <Menu label={label} trigger={<IconButton size="s" label={label} icon={MoreIcon} />} items={items} />;
};
