import { readQuery } from "@palabre/shared/listening";
import { LIMITS } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { api } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { TextField } from "../../ui/index.ts";
import { QueryWords } from "../query/index.ts";

/** How long a person pauses in typing before posts are counted. */
const PAUSE_MS = 400;

const WORDLESS = { code: "wordless-query", details: {} } as const;

export interface QueryFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (query: string) => void;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A query being written: what is understood of it, and how many posts it finds now. */
export const QueryField = ({ label, value, onChange, error, placeholder }: QueryFieldProps) => {
  const { t, error: say } = useText();
  const isWordless = value.trim() !== "" && readQuery(value) === undefined;
  const found = useFound(value);
  return (
    <div>
      <TextField
        label={label}
        value={value}
        maxLength={LIMITS.queryLength}
        onChange={onChange}
        error={isWordless ? say(WORDLESS) : error}
        placeholder={placeholder}
        hint={found === undefined ? t("query.hint") : t("query.finds", { n: found })}
      />
      {value.trim() !== "" && <QueryWords query={value} label={t("query.understood")} />}
    </div>
  );
};

/** How many posts a query finds; undefined while it says nothing, or nobody knows. */
function useFound(query: string): number | undefined {
  const { me } = useBoard();
  const [found, setFound] = useState<{ readonly query: string; readonly n: number }>();
  useEffect(() => {
    if (query.trim() === "") return;
    const control = new AbortController();
    const count = async (): Promise<void> => {
      const { total } = await api.posts(me.id, { query, limit: 1 }, control.signal);
      setFound({ query, n: total });
    };
    // a count is a help: without one the hint stays
    const timer = setTimeout(() => void count().catch(() => setFound(undefined)), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [query, me.id]);
  return found?.query === query ? found.n : undefined;
}
