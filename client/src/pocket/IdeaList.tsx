import { useText } from "../i18n/index.ts";
import { announce, Icon, UnreachableIcon } from "../ui/index.ts";
import { kindDrawing, kindKey } from "./kinds.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import type { Waiting } from "./waiting.ts";
import page from "./Pocket.module.css";
import css from "./IdeaList.module.css";

type Unsent = Extract<Waiting, { readonly type: "idea" }>;

/** What one has written: what waits for the network, or for a decision, first; then what has arrived, newest first. */
export const IdeaList = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const arrived = new Set<string>(state.view.ideas.map(({ id }) => id));
  const unsent = state.waiting.filter((each): each is Unsent => each.type === "idea" && !arrived.has(each.id));
  const n = unsent.length + arrived.size;
  if (n === 0) return null;
  return (
    <section aria-labelledby="mine">
      <h2 className={css["heading"]} id="mine">
        {t("pocket.mine")} <small>{n}</small>
      </h2>
      <ul className={css["mine"]}>
        {unsent.toReversed().map((waiting) => (
          <li key={waiting.id} data-kind={waiting.idea.kind} data-state={waiting.state}>
            <Icon of={kindDrawing(waiting.idea.kind)} size="tool" />
            <p>
              <span className="sr">{t(kindKey(waiting.idea.kind))}: </span>
              {waiting.idea.text}
            </p>
            {waiting.state === "waiting" ? (
              <small className={css["unsent"]}>
                <Icon of={UnreachableIcon} size="meta" />
                {t("pocket.willLeave")}
              </small>
            ) : (
              <Decide pocket={pocket} waiting={waiting} />
            )}
          </li>
        ))}
        {state.view.ideas.toReversed().map(({ id, kind, text }) => (
          <li key={id} data-kind={kind}>
            <Icon of={kindDrawing(kind)} size="tool" />
            <p>
              <span className="sr">{t(kindKey(kind))}: </span>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What came too late, or is not allowed: its person says what becomes of it. */
const Decide = ({ pocket, waiting }: { readonly pocket: OpenPocket; readonly waiting: Unsent }) => {
  const { t } = useText();
  const drop = async (): Promise<void> => {
    await pocket.drop(waiting);
    announce(t("pocket.dropped"));
  };
  return (
    <div className={css["decide"]} role="group" aria-label={waiting.idea.text}>
      <p>{t(waiting.state === "late" ? "pocket.late" : "pocket.refused")}</p>
      <button type="button" className={page["small"]} onClick={() => void pocket.sayOpenly(waiting)}>
        {t(waiting.state === "late" ? "pocket.say" : "pocket.retry")}
      </button>
      <button type="button" className={page["small"]} onClick={() => void drop()}>
        {t("pocket.drop")}
      </button>
    </div>
  );
};
