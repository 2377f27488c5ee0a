import { useState } from "react";
import { useStructure } from "../../analysis/index.ts";
import { KindIcon } from "../../figures/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWeighedSnapshot } from "../../state/index.ts";
import { BareButton, Button } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { pathSentence } from "./chainWords.ts";
import { leversOf, type Lever } from "./leverage.ts";
import { Sentence } from "./Sentence.tsx";
import { shortTitle } from "./titles.ts";
import { useGoTo } from "./useGoTo.ts";
import css from "./LeverageSection.module.css";

const AT_FIRST = 5;
const MORE = 20;

/** What moves most of the map once all that follows is counted, and along which paths. */
export const LeverageSection = () => {
  const { t } = useText();
  const structure = useStructure();
  const [most, setMost] = useState(AT_FIRST);
  if (!structure) return null;
  const levers = leversOf(structure);
  const left = levers.length - most;
  return (
    <Section title={t("analyse.leverage")} note={levers.length > 0 && t("analyse.leverageNote")}>
      {levers.length === 0 && <p className={css["none"]}>{t("analyse.leverNone")}</p>}
      {!structure.isStable && levers.length > 0 && <p className={css["none"]}>{t("analyse.unstable")}</p>}
      <ol className={css["levers"]}>
        {levers.slice(0, most).map((lever) => (
          <LeverRow key={lever.id} lever={lever} />
        ))}
      </ol>
      {left > 0 && (
        <Button size="s" onPress={() => setMost(most + MORE)}>
          {t("analyse.more", { n: Math.min(left, MORE) })}
        </Button>
      )}
    </Section>
  );
};

const LeverRow = ({ lever: { id, rank, indirectRank, isHidden, facts } }: { readonly lever: Lever }) => {
  const text = useText();
  const { t } = text;
  const { ui } = useBoard();
  const snapshot = useWeighedSnapshot();
  const goTo = useGoTo();
  const point = (isOver: boolean) => ui.set({ pointed: isOver ? id : undefined });
  return (
    <li className={css["lever"]}>
      <div className={css["row"]}>
        <BareButton className={css["card"]} onPress={() => goTo(id)} onHoverChange={point}>
          <KindIcon kind="factor" size="meta" />
          <span>{shortTitle(snapshot.cards.get(id), text)}</span>
        </BareButton>
        {isHidden && <span className={css["hidden"]}>{t("analyse.hidden")}</span>}
        <span className={css["ranks"]}>
          <span aria-hidden="true">{t("analyse.ranks", { rank, indirect: indirectRank })}</span>
          <span className="sr">{t("analyse.ranksText", { rank, indirect: indirectRank })}</span>
        </span>
      </div>
      {facts.paths.length > 0 && (
        <details className={css["why"]}>
          <summary>{t("analyse.why")}</summary>
          <ul>
            {facts.paths.map((path) => (
              <li key={path.links.join()}>
                <Sentence of={pathSentence(path, snapshot, text)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};
