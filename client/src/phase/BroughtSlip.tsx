import { titleOf, type CardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useCard, useUi } from "../state/index.ts";
import { announce, Button, classes, CloseIcon, IconButton, PlaceIcon } from "../ui/index.ts";
import type { Brought } from "./useBrought.ts";
import css from "./PhaseSlip.module.css";

interface BroughtProps {
  readonly brought: Brought;
  readonly card: CardId;
}

/** Where everybody was brought, and the way back; or the way there, for whom it would have been torn out of their hands. */
export const BroughtSlip = ({ brought, card }: BroughtProps) => {
  const { t } = useText();
  const isCovered = useUi(({ panel }) => panel !== undefined);
  return (
    <div className={classes(css["brought"], isCovered && css["covered"])} data-brought={card}>
      <Ways brought={brought} card={card} />
      <IconButton size="s" label={t("phase.stay")} icon={CloseIcon} onPress={brought.stay} />
    </div>
  );
};

/** The same as a part of the sheet that says all of a step. */
export const BroughtFact = ({ brought, card }: BroughtProps) => (
  <div className={css["fact"]} data-brought={card}>
    <Ways brought={brought} card={card} />
  </div>
);

const Ways = ({ brought, card }: BroughtProps) => {
  const { t } = useText();
  const title = titleOf(useCard(card) ?? { text: "" }) || t("card.untitled");
  const { back } = brought;
  if (!back)
    return (
      <Button size="s" tone="leaf" icon={PlaceIcon} onPress={brought.go}>
        {t("phase.goThere", { title })}
      </Button>
    );
  const goBack = (): void => {
    back();
    announce(t("phase.broughtOver"));
  };
  return (
    <>
      <p>{t("phase.brought", { title })}</p>
      <Button size="s" tone="leaf" onPress={goBack}>
        {t("phase.backTo")}
      </Button>
    </>
  );
};
