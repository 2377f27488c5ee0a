import type { EvidencePath, Reading } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Paths, Reason } from "./Reason.tsx";

export const WhyInfluence = ({
  reading,
  paths,
}: {
  readonly reading: Reading;
  readonly paths: readonly EvidencePath[];
}) => {
  const { t, percent, number } = useText();
  const isInfluence = reading.measure === "influence";
  return (
    <>
      <Reason>{isInfluence ? t("reasons.whyInfluence") : t("reasons.whyDependence")}</Reason>
      <Reason>
        <b>n = {number(reading.n)}</b> {t("reasons.ofLinks", { n: reading.n })}{" "}
        {t("reasons.strengthSum", { sum: reading.value ?? 0 })}
        {reading.share !== undefined && t("reasons.shareOf", { share: percent(reading.share), n: reading.of ?? 0 })}
      </Reason>
      <Paths title={t("reasons.strongestWays")} paths={paths.map(({ links }) => links)} />
      <Reason>{t("reasons.whyFromBoard")}</Reason>
    </>
  );
};

export const WhyIndirect = ({ reading }: { readonly reading: Reading }) => {
  const { t, percent } = useText();
  return (
    <>
      <Reason>{t("reasons.whyIndirect", { share: percent(reading.value ?? 0, { digits: 1 }) })}</Reason>
      {reading.isStable === false && <Reason>{t("reasons.unstable")}</Reason>}
    </>
  );
};

export const WhyQuadrant = ({ reading }: { readonly reading: Reading }) => {
  const { t } = useText();
  const { quadrant } = reading;
  if (quadrant === undefined) return null;
  const sentences = {
    driver: t("reasons.whyDriver"),
    relay: t("reasons.whyRelay"),
    dependent: t("reasons.whyResult"),
    autonomous: t("reasons.whyAside"),
    between: t("reasons.whyBetween"),
  } as const;
  return (
    <>
      <Reason>{t("reasons.whyQuadrant", { n: reading.n })}</Reason>
      <Reason>{sentences[quadrant]}</Reason>
    </>
  );
};

export const WhyLoops = ({ reading }: { readonly reading: Reading }) => {
  const { t } = useText();
  return (
    <>
      <Reason>{t("reasons.whyLoops")}</Reason>
      {(reading.reinforcing ?? 0) > 0 && <Reason>{t("reasons.whyLoopsReinforcing")}</Reason>}
      {(reading.balancing ?? 0) > 0 && <Reason>{t("reasons.whyLoopsBalancing")}</Reason>}
      {reading.isPartial === true && <Reason>{t("reasons.whyLoopsPartial")}</Reason>}
    </>
  );
};
