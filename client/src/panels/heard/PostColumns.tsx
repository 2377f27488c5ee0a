import { MOST_COLUMNS, type PostFilter } from "@palabre/shared/protocol";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { BackIcon, Button, PlusIcon } from "../../ui/index.ts";
import { PostColumn } from "./PostColumn.tsx";
import { addColumn, moveColumn, readColumns, rememberColumns, removeColumn, setColumn } from "./columns.ts";
import css from "./PostColumns.module.css";

/** Streams side by side, each narrowed by itself; they stay as they are on this device. */
export const PostColumns = () => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const [columns, setColumns] = useState(() => readColumns(me.id));
  const keep = (next: readonly PostFilter[]): void => {
    setColumns(next);
    rememberColumns(me.id, next);
  };
  return (
    <div className={css["columns"]} data-wide>
      <div className={css["tools"]}>
        <Button size="s" tone="quiet" icon={BackIcon} onPress={() => ui.set({ isSideBySide: false })}>
          {t("heard.columnsBack")}
        </Button>
        {columns.length < MOST_COLUMNS && (
          <Button size="s" icon={PlusIcon} onPress={() => keep(addColumn(columns))}>
            {t("heard.addColumn")}
          </Button>
        )}
      </div>
      <div className={css["row"]}>
        {columns.map((filter, at) => (
          <PostColumn
            key={at}
            place={at + 1}
            of={columns.length}
            filter={filter}
            onChange={(next) => keep(setColumn(columns, at, next))}
            onMove={(by) => keep(moveColumn(columns, at, by))}
            onRemove={() => keep(removeColumn(columns, at))}
          />
        ))}
      </div>
    </div>
  );
};
