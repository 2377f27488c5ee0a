import { titleOf, type CardId, type Link } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useCard, useLinkAnnotation } from "../state/index.ts";
import { kindsOfLoops } from "./loopKinds.ts";
import css from "./LinkReadings.module.css";

/** What is known of a link beyond its drawing: by how many it was weighed, the loops through it, and whether it decides. */
export const LinkReadings = ({ link }: { readonly link: Link }) => {
  const { t, signed } = useText();
  const annotation = useLinkAnnotation(link.id);
  if (annotation === undefined) return null;
  return (
    <ul className={css["readings"]}>
      <li>
        <b>n = {annotation.n}</b>, {t("reasons.people", { n: annotation.n })}
      </li>
      {annotation.low !== undefined && annotation.high !== undefined && (
        <li>
          {t("reasons.groupWeight", {
            median: signed(annotation.strength, { digits: 1 }),
            low: signed(annotation.low, { digits: 1 }),
            high: signed(annotation.high, { digits: 1 }),
          })}
        </li>
      )}
      {annotation.reinforcing + annotation.balancing > 0 && (
        <li>
          {t("reasons.loopsOfLink", { loops: kindsOfLoops(annotation, { t }) })}
          {annotation.isPartial === true && ` ${t("reasons.whyLoopsPartial")}`}
        </li>
      )}
      {annotation.winner !== undefined && <Decides winner={annotation.winner} isTied={annotation.isTied === true} />}
    </ul>
  );
};

const Decides = ({ winner, isTied }: { readonly winner: CardId; readonly isTied: boolean }) => {
  const { t } = useText();
  const card = useCard(winner);
  if (!card) return null;
  const title = titleOf(card) || t("panel.untitled");
  return <li>{t(isTied ? "reasons.decidesTied" : "reasons.decides", { title })}</li>;
};
