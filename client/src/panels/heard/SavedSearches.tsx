import { MOST_SEARCHES, type PostFilter } from "@palabre/shared/protocol";
import { LIMITS } from "@palabre/shared/terms";
import { useState, type FormEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { BareButton, Button, CloseIcon, Icon, IconButton, KeptIcon, TextField } from "../../ui/index.ts";
import { useAct } from "../pieces/index.ts";
import { narrowedBy, plainFilter } from "./postFilter.ts";
import { useSearches } from "./useSearches.ts";
import css from "./SavedSearches.module.css";

export interface SavedSearchesProps {
  readonly filter: PostFilter;
  readonly onChange: (filter: PostFilter) => void;
}

/** Searches that the board keeps: a press narrows the posts as then; who leads the workshop saves and drops them. */
export const SavedSearches = ({ filter, onChange }: SavedSearchesProps) => {
  const { t } = useText();
  const { mayFacilitate } = useBoard();
  const { searches = [], save, drop } = useSearches();
  const act = useAct();
  const [name, setName] = useState<string>();
  const asked = JSON.stringify(plainFilter(filter));
  const isNarrowed = narrowedBy(filter).length > 0;
  const isKept = searches.some((one) => JSON.stringify(plainFilter(one.filter)) === asked);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const called = (name ?? "").trim();
    if (called === "") return;
    setName(undefined);
    act(save(called, filter), t("heard.searchSaved", { name: called }));
  };
  if (searches.length === 0 && !(mayFacilitate && isNarrowed)) return null;
  return (
    <div className={css["saved"]} role="group" aria-label={t("heard.searches")}>
      {searches.map((one) => (
        <span key={one.name} className={css["one"]}>
          <BareButton
            className={css["name"]}
            aria-pressed={JSON.stringify(plainFilter(one.filter)) === asked}
            onPress={() => onChange(one.filter)}
          >
            <Icon of={KeptIcon} size="meta" />
            <span>{one.name}</span>
          </BareButton>
          {mayFacilitate && (
            <IconButton
              size="s"
              label={t("heard.searchDrop", { name: one.name })}
              icon={CloseIcon}
              onPress={() => act(drop(one.name))}
            />
          )}
        </span>
      ))}
      {mayFacilitate && isNarrowed && !isKept && searches.length < MOST_SEARCHES && name === undefined && (
        <Button size="s" tone="quiet" icon={KeptIcon} onPress={() => setName(filter.query ?? "")}>
          {t("heard.searchSave")}
        </Button>
      )}
      {name !== undefined && (
        <form className={css["form"]} onSubmit={keep}>
          <TextField
            label={t("heard.searchName")}
            isLabelHidden
            autoFocus
            value={name}
            maxLength={LIMITS.nameLength}
            onChange={setName}
            onKeyDown={(event) => {
              if (event.key === "Escape") setName(undefined);
              else event.continuePropagation();
            }}
          />
          <Button size="s" type="submit">
            {t("heard.searchKeep")}
          </Button>
        </form>
      )}
    </div>
  );
};
