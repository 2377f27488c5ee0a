import { useState } from "react";
import { INTERVAL_MINUTES } from "@palabre/shared/protocol";
import type { Source, SourceKind } from "@palabre/shared/terms";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import {
  classes,
  ExternalIcon,
  FeedIcon,
  Icon,
  IconButton,
  LateIcon,
  LibraryIcon,
  Menu,
  MoreIcon,
  RetryIcon,
  Select,
  showToast,
  TableIcon,
  TrashIcon,
  type IconDrawing,
  type MenuEntry,
} from "../../ui/index.ts";
import { intervalChoices } from "./intervals.ts";
import { RemoveSource } from "./RemoveSource.tsx";
import { asAppError, isWebAddress, useNow } from "../pieces/index.ts";
import { sourceWords } from "./sourceWords.ts";
import css from "./SourceRow.module.css";

const DRAWINGS: Readonly<Partial<Record<SourceKind, IconDrawing>>> = { csv: TableIcon, sample: LibraryIcon };

/** One source: what it is, how it stands, how much it gave, and what can be done with it. */
export const SourceRow = ({ source }: { readonly source: Source }) => {
  const text = useText();
  const { t, error } = text;
  const { me } = useBoard();
  const now = useNow();
  const { tone, line, advice } = sourceWords(source, now, text);
  const [isRemoving, setRemoving] = useState(false);
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
  const changeInterval = async (minutes: number): Promise<void> => {
    try {
      await api.changeSource(me.id, source.id, { intervalMinutes: minutes });
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
    }
  };
  // what is looked at again has a pace
  const isPaced = source.intervalMinutes !== undefined;
  const items: MenuEntry[] = [];
  if (isPaced) items.push({ id: "read", icon: RetryIcon, label: t("listen.refresh"), onAction: () => void refresh() });
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
    onAction: () => setRemoving(true),
  });

  return (
    <li className={css["source"]} data-state={source.state}>
      <div className={css["row"]}>
        <Icon of={DRAWINGS[source.kind] ?? FeedIcon} size="card" />
        <div className={css["words"]}>
          <b className={css["name"]}>{source.name}</b>
          <span className={classes(css["line"], tone === "warn" && css["warn"])}>
            {tone === "warn" && <Icon of={LateIcon} size="meta" />}
            {isReading ? t("listen.reading") : line}
            <span className={css["posts"]}>{t("listen.posts", { n: source.posts })}</span>
          </span>
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
        <Menu
          label={t("listen.menuOf", { name: source.name })}
          trigger={<IconButton size="s" label={t("listen.menuOf", { name: source.name })} icon={MoreIcon} />}
          items={items}
        />
      </div>
      {advice !== undefined && <p className={css["advice"]}>{advice}</p>}
      {isPaced && !isRemoving && (
        <Select
          className={css["interval"]}
          label={t("listen.interval")}
          choices={intervalChoices(source.intervalMinutes ?? INTERVAL_MINUTES.usual, text)}
          value={String(source.intervalMinutes ?? INTERVAL_MINUTES.usual)}
          onChange={(minutes) => void changeInterval(Number(minutes))}
        />
      )}
      {isRemoving && <RemoveSource source={source} onClose={() => setRemoving(false)} />}
    </li>
  );
};
