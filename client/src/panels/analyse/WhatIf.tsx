import { useMemo } from "react";
import { isTrashed, type Card, type CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { isSupposing, useHypothesis } from "../../overlays/index.ts";
import { useBoard, useSnapshot } from "../../state/index.ts";
import { Button } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { KeptHypothesis } from "./KeptHypothesis.tsx";
import { Suppositions } from "./Suppositions.tsx";
import { WhatIfEffects } from "./WhatIfEffects.tsx";
import css from "./WhatIf.module.css";

/** What would follow if: sliders, and where the map settles with them. It is a hypothesis of one person; nothing of it is on the board. */
export const WhatIf = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const snapshot = useSnapshot();
  const hypothesis = useHypothesis();
  const cards = useMemo(() => [...snapshot.cards.values()].filter(isOnMap), [snapshot]);
  const isAsked = hypothesis !== undefined && isSupposing(hypothesis);
  return (
    <Section title={t("whatIf.title")} note={t("whatIf.note")}>
      {cards.length === 0 ? (
        <p className={css["empty"]}>{t("whatIf.empty")}</p>
      ) : (
        <div className={css["whatIf"]} data-section="what-if">
          <Suppositions cards={cards} levels={hypothesis?.levels ?? NO_LEVELS} />
          {isAsked && <WhatIfEffects hypothesis={hypothesis} cards={cards} />}
          {hypothesis && (
            <div className={css["actions"]}>
              {isAsked && (
                <Button size="s" onPress={() => ui.set({ hypothesis: undefined })}>
                  {t("whatIf.reset")}
                </Button>
              )}
              <KeptHypothesis hypothesis={hypothesis} />
            </div>
          )}
        </div>
      )}
    </Section>
  );
};
const NO_LEVELS: ReadonlyMap<CardId, number> = new Map();

const isOnMap = (card: Card): boolean =>
  !isTrashed(card) && (card.kind === "expectation" || card.kind === "factor" || card.kind === "strategy");
