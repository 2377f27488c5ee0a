import { useText } from "../i18n/index.ts";
import { EditIcon, Icon } from "../ui/index.ts";
import type { Here } from "./toFlow.ts";

/** The name of somebody else who is at a card, in their colour. */
export const HereTag = ({
  here: { name, isWriting },
  className,
}: {
  readonly here: Here;
  readonly className: string | undefined;
}) => {
  const { t } = useText();
  return (
    <span className={className} aria-hidden="true">
      {isWriting && <Icon of={EditIcon} size="meta" />}
      <span>{isWriting ? t("card.writing", { name }) : name}</span>
    </span>
  );
};
