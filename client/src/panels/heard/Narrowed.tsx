import type { PostFilter } from "@palabre/shared/protocol";
import { useText } from "../../i18n/index.ts";
import { BareButton, CloseIcon, Icon } from "../../ui/index.ts";
import { facetWord, type Names } from "./heardWords.ts";
import { narrowedBy } from "./postFilter.ts";
import css from "./Narrowed.module.css";

export interface NarrowedProps {
  readonly filter: PostFilter;
  readonly onChange: (filter: PostFilter) => void;
  readonly names: Names;
}

/** What the posts are narrowed by; a press takes one away. Words stand in their own field. */
export const Narrowed = ({ filter, onChange, names }: NarrowedProps) => {
  const text = useText();
  const facets = narrowedBy(filter).filter((facet) => facet !== "query");
  if (facets.length === 0) return null;
  return (
    <p className={css["narrowed"]}>
      {facets.map((facet) => {
        const name = facetWord(filter, facet, names, text);
        return (
          <BareButton
            key={facet}
            className={css["facet"]}
            aria-label={text.t("heard.removeFilter", { name })}
            onPress={() => onChange({ ...filter, [facet]: undefined })}
          >
            <span>{name}</span>
            <Icon of={CloseIcon} size="meta" />
          </BareButton>
        );
      })}
    </p>
  );
};
