import { useId, useState } from "react";
import { useText } from "../i18n/index.ts";
import { BareButton, ChevronDownIcon, ChevronUpIcon, Icon } from "../ui/index.ts";
import type { ListedVersion } from "./versionGroups.ts";
import { VersionRow, type VersionRowProps } from "./VersionRow.tsx";
import css from "./HistoryPanel.module.css";

export interface HourOfVersionsProps extends Pick<VersionRowProps, "onCompare" | "onDropped"> {
  readonly versions: readonly [ListedVersion, ...ListedVersion[]];
}

/** What was kept by itself within one hour, folded into a line; a single one stands for itself. */
export const HourOfVersions = ({ versions, ...row }: HourOfVersionsProps) => {
  const { t, date } = useText();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [newest] = versions;
  const oldest = versions.at(-1) ?? newest;
  if (versions.length === 1) return <VersionRow listed={newest} {...row} />;
  return (
    <>
      <BareButton
        className={css["hour"]}
        aria-expanded={isOpen}
        aria-controls={listId}
        onPress={() => setOpen(!isOpen)}
      >
        <span className={css["dot"]} />
        <span className={css["words"]}>
          <span className={css["name"]}>
            {date(oldest.version.at, "time")} – {date(newest.version.at, "time")}
          </span>
          <small>{t("history.automatic", { n: versions.length })}</small>
        </span>
        <Icon of={isOpen ? ChevronUpIcon : ChevronDownIcon} size="card" />
      </BareButton>
      <ul id={listId} className={css["minutes"]} hidden={!isOpen}>
        {isOpen &&
          versions.map((listed) => (
            <li key={listed.version.id}>
              <VersionRow listed={listed} {...row} />
            </li>
          ))}
      </ul>
    </>
  );
};
