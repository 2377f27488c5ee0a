import type { Loop } from "@palabre/shared/analysis/structure";
import { useState } from "react";
import { useStructure } from "../../analysis/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWeighedSnapshot } from "../../state/index.ts";
import { BalancingIcon, BareButton, Button, classes, Icon, ReinforcingIcon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { loopName, loopSentence } from "./chainWords.ts";
import { Sentence } from "./Sentence.tsx";
import { useLight } from "./useLight.ts";
import css from "./LoopsSection.module.css";

const AT_FIRST = 6;
const MORE = 20;

/** Where the map turns in circles, told as sentences; a press lights the loop on the canvas, and a facilitator's on everybody's. */
export const LoopsSection = () => {
  const { t } = useText();
  const { mayFacilitate } = useBoard();
  const structure = useStructure();
  const [most, setMost] = useState(AT_FIRST);
  if (!structure) return null;
  const { loops, complete } = structure;
  const left = loops.length - most;
  const count = t(complete ? "analyse.loopsFound" : "analyse.loopsAtLeast", { n: loops.length });
  return (
    <Section title={t("analyse.loops")} note={loops.length > 0 && count}>
      {loops.length === 0 ? (
        <p className={css["none"]}>{t(complete ? "analyse.loopsNone" : "analyse.loopsNoneShort")}</p>
      ) : (
        <p className={css["hint"]}>{t(mayFacilitate ? "analyse.loopsForAll" : "analyse.loopsForMe")}</p>
      )}
      <ul className={css["loops"]}>
        {loops.slice(0, most).map((loop) => (
          <LoopRow key={loop.links.join()} loop={loop} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="s" onPress={() => setMost(most + MORE)}>
          {t("analyse.more", { n: Math.min(left, MORE) })}
        </Button>
      )}
    </Section>
  );
};

const LoopRow = ({ loop }: { readonly loop: Loop }) => {
  const text = useText();
  const { t } = text;
  const snapshot = useWeighedSnapshot();
  const things = { cards: loop.cards, links: loop.links, loop: loop.kind };
  const { isLit, turn } = useLight(things);
  const isReinforcing = loop.kind === "reinforcing";
  return (
    <li>
      <BareButton
        className={classes(css["loop"], isLit && css["lit"], !isReinforcing && css["balancing"])}
        aria-pressed={isLit}
        onPress={turn}
      >
        <span className={css["head"]}>
          <Icon of={isReinforcing ? ReinforcingIcon : BalancingIcon} size="card" />
          <b>{loopName(things, snapshot, text)}</b>
          <small>{t(isReinforcing ? "analyse.reinforcing" : "analyse.balancing")}</small>
        </span>
        <span className={css["sentence"]}>
          <Sentence of={loopSentence(loop, snapshot, text)} />
        </span>
      </BareButton>
    </li>
  );
};
