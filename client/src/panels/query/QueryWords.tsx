import { readQuery, type WrittenQuery } from "@palabre/shared/listening";
import { useText } from "../../i18n/index.ts";
import { queryText } from "./queryText.ts";
import css from "./QueryWords.module.css";

/** A query as it is understood: its terms as they were written, and what joins them. */
export const QueryWords = ({ query, label }: { readonly query: string; readonly label: string }) => {
  const text = useText();
  const read = readQuery(query);
  if (!read) return null;
  return (
    <p className={css["query"]} role="img" aria-label={`${label}: ${queryText(query, text)}`}>
      <Part query={read} isOuter />
    </p>
  );
};

const Part = ({ query, isOuter = false }: { readonly query: WrittenQuery; readonly isOuter?: boolean }) => {
  const { t } = useText();
  if ("term" in query) return <span className={css["term"]}>{query.written}</span>;
  if ("not" in query) {
    return (
      <span className={css["not"]}>
        <i>{t("query.not")}</i>
        <Part query={query.not} />
      </span>
    );
  }
  const isAny = "any" in query;
  const parts = isAny ? query.any : query.all;
  return (
    <span className={isOuter ? css["outer"] : css["group"]}>
      {parts.map((part, place) => (
        <span key={place} className={css["part"]}>
          {place > 0 && !("not" in part) && <i>{t(isAny ? "query.or" : "query.and")}</i>}
          <Part query={part} />
        </span>
      ))}
    </span>
  );
};
