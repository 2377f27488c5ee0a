import { useEffect, useRef } from "react";
import { inOrder, type PersonId } from "@palabre/shared/terms";
import { together } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useAct } from "../panels/pieces/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { announce, Button, HandIcon, Icon } from "../ui/index.ts";
import { Slip } from "./Slip.tsx";

/** For facilitators: who asks to speak first, and how many wait behind. */
export const HandsSlip = () => {
  const { t } = useText();
  const { me, mayFacilitate, ui } = useBoard();
  const act = useAct();
  const { people, together: shown } = useWorkshop();
  const queue = inOrder(shown.hands).filter((person) => person !== me.person);
  const nameOf = (person: PersonId | undefined) => people.get(person as PersonId)?.name ?? "";
  useHandNews(nameOf);
  const [first] = queue;
  if (!mayFacilitate || first === undefined) return null;
  const name = nameOf(first);
  return (
    <Slip of="hands" colour={people.get(first)?.colour}>
      <Icon of={HandIcon} />
      <p>{t("together.handOf", { name })}</p>
      {queue.length > 1 && (
        <Button size="s" tone="quiet" onPress={() => ui.set({ panel: "people" })}>
          {t("together.handsMore", { n: queue.length - 1 })}
        </Button>
      )}
      <Button size="s" onPress={() => act(together.setHand(me.id, first, false), t("together.handLowered", { name }))}>
        {t("together.handLower")}
      </Button>
    </Slip>
  );
};

const NOBODY: ReadonlyMap<PersonId, unknown> = new Map();

/** Facilitators hear who asks to speak, also who had asked before they came; everybody hears that their own hand was lowered for them. */
function useHandNews(nameOf: (person: PersonId) => string): void {
  const { t } = useText();
  const { me, mayFacilitate } = useBoard();
  const { hands } = useWorkshop().together;
  const before = useRef(NOBODY);
  useEffect(() => {
    const known = before.current;
    before.current = hands;
    const raised = inOrder(hands).filter((person) => !known.has(person) && person !== me.person);
    const [person] = raised.toReversed();
    if (mayFacilitate && person !== undefined)
      announce(t("together.handRaised", { name: nameOf(person), n: hands.size }), "kept");
    if (known.has(me.person) && !hands.has(me.person)) announce(t("together.handDown"), "kept");
    // a name that changes meanwhile is no news
    // oxlint-disable-next-line react/exhaustive-deps -- said once for each hand
  }, [hands]);
}
