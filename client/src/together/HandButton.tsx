import { inOrder } from "@palabre/shared/terms";
import { together } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useAct } from "../panels/pieces/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { HandIcon, IconButton } from "../ui/index.ts";

/** Raises one's hand, and lowers it again; says which place one has in the queue. */
export const HandButton = ({ size = "m" }: { readonly size?: "m" | "l" }) => {
  const { t } = useText();
  const { me } = useBoard();
  const act = useAct();
  const queue = inOrder(useWorkshop().together.hands);
  const place = queue.indexOf(me.person) + 1;
  const isUp = place > 0;
  return (
    <IconButton
      size={size}
      iconSize={size === "l" ? "tool" : "control"}
      tooltip={size === "l" ? "top" : "bottom"}
      label={isUp ? t("together.handUp", { place, n: queue.length }) : t("together.handRaise")}
      icon={HandIcon}
      // its name says which: said to be pressed as well, it would say the contrary
      {...(isUp ? { "data-selected": true } : {})}
      onPress={() => act(together.setHand(me.id, me.person, !isUp))}
    />
  );
};
