import type { Structure } from "@palabre/shared/analysis/structure";
import { useMemo, useState } from "react";
import { useStructure } from "../../analysis/index.ts";
import { useText, type Text } from "../../i18n/index.ts";
import { useSnapshot } from "../../state/index.ts";
import { SegmentedControl } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { ChartFrame, type ChartTable } from "./ChartFrame.tsx";
import { PlaneChart } from "./PlaneChart.tsx";
import { countLinked, planePoints, sharesOf, type PlanePoint, type Reach } from "./planePoints.ts";
import { planeAlternative, planeVerdict, quadrantName } from "./planeWords.ts";
import { Sentence } from "./Sentence.tsx";
import { plainOf, shortTitle } from "./titles.ts";
import css from "./PlaneSection.module.css";

/** Who acts on whom: factors by influence and dependence. */
export const PlaneSection = () => {
  const structure = useStructure();
  return structure && <Plane structure={structure} />;
};

const Plane = ({ structure }: { readonly structure: Structure }) => {
  const text = useText();
  const { t } = text;
  const { cards } = useSnapshot();
  const [reach, setReach] = useState<Reach>("direct");
  const points = useMemo(() => planePoints(structure, reach), [structure, reach]);
  const verdict = <Sentence of={planeVerdict(points, countLinked(structure), cards, text)} />;
  if (points.length < 2)
    return (
      <Section title={t("analyse.plane")}>
        <p className={css["few"]}>{verdict}</p>
      </Section>
    );
  return (
    <Section title={t("analyse.plane")}>
      <div className={css["reach"]}>
        <SegmentedControl
          label={t("analyse.reach")}
          choices={[
            { id: "direct", label: t("analyse.direct") },
            { id: "indirect", label: t("analyse.indirect") },
          ]}
          value={reach}
          onChange={setReach}
          isWide
        />
      </div>
      <ChartFrame
        alternative={plainOf(planeAlternative(points, cards, text))}
        sentence={verdict}
        table={tableOf(points, reach, cards, text)}
        fileName={t("analyse.filePlane")}
      >
        <PlaneChart points={points} reach={reach} />
        {reach === "indirect" && !structure.isStable && <p className={css["few"]}>{t("analyse.unstable")}</p>}
      </ChartFrame>
    </Section>
  );
};

function tableOf(
  points: readonly PlanePoint[],
  reach: Reach,
  cards: ReturnType<typeof useSnapshot>["cards"],
  text: Text,
): ChartTable {
  const { t, percent, number } = text;
  const share = (value: number) => ({ shown: percent(value), value });
  const rank = (value: number | undefined) =>
    value === undefined ? "" : { shown: number(value, { digits: 0 }), value };
  return {
    columns: [
      t("analyse.card"),
      t("analyse.influence"),
      t("analyse.dependence"),
      t("analyse.quadrant"),
      t("analyse.rank"),
      t("analyse.rankIndirect"),
    ],
    rows: points.map(({ id, quadrant, facts }) => {
      const [dependence, influence] = sharesOf(facts, reach);
      return [
        shortTitle(cards.get(id), text),
        share(influence),
        share(dependence),
        quadrantName(quadrant, text),
        rank(facts.rank),
        rank(facts.indirectRank),
      ];
    }),
  };
}
