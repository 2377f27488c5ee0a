import { useText } from "../../i18n/index.ts";
import type { SampledPost } from "./csvMapping.ts";
import css from "./CsvSamples.module.css";

/** The first posts of a file, as they will be read. */
export const CsvSamples = ({ posts }: { readonly posts: readonly SampledPost[] }) => {
  const { t } = useText();
  return (
    <figure className={css["samples"]}>
      <figcaption>{t("csv.first")}</figcaption>
      <ul>
        {posts.map(({ text, title, date, author }, place) => (
          <li key={place}>
            {title !== "" && <b>{title}</b>}
            <p>{text}</p>
            <small>{[author, date].filter((part) => part !== "").join(" · ")}</small>
          </li>
        ))}
      </ul>
    </figure>
  );
};
