import { useText } from "../i18n/index.ts";
import { Icon, UnreachableIcon } from "../ui/index.ts";
import { IdeaWords } from "./IdeaWords.tsx";
import type { PocketState } from "./openPocket.ts";
import { ownIdeas } from "./taken.ts";
import css from "./IdeaList.module.css";

/** What one has written: what waits for the network first; then what has arrived, newest first. */
export const IdeaList = ({ state }: { readonly state: PocketState }) => {
  const { t } = useText();
  const { arrived, unsent } = ownIdeas(state);
  const n = unsent.length + arrived.length;
  if (n === 0) return null;
  return (
    <section aria-labelledby="mine">
      <h2 className={css["heading"]} id="mine">
        {t("pocket.mine")} <small>{n}</small>
      </h2>
      <ul className={css["mine"]}>
        {unsent.toReversed().map((waiting) => (
          <li key={waiting.id} data-kind={waiting.idea.kind} data-state={waiting.state}>
            <IdeaWords kind={waiting.idea.kind} text={waiting.idea.text} />
            <small className={css["unsent"]}>
              <Icon of={UnreachableIcon} size="meta" />
              {t("pocket.willLeave")}
            </small>
          </li>
        ))}
        {arrived.toReversed().map(({ id, kind, text }) => (
          <li key={id} data-kind={kind}>
            <IdeaWords kind={kind} text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
};
