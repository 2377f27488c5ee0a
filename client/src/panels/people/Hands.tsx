import { inOrder, type PersonId } from "@palabre/shared/terms";
import { together } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { Avatar } from "../../people/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { Button } from "../../ui/index.ts";
import { Section, useAct } from "../pieces/index.ts";
import css from "./PeoplePanel.module.css";

/** Who asks to speak, from the one who waits longest; facilitators lower the hand of whoever has spoken. */
export const Hands = () => {
  const { t } = useText();
  const { me, mayFacilitate } = useBoard();
  const { people, together: shown } = useWorkshop();
  const act = useAct();
  const queue = inOrder(shown.hands);
  const lower = (person: PersonId): void => act(together.setHand(me.id, person, false));
  if (queue.length === 0) return null;
  return (
    <Section title={t("people.hands")} note={queue.length}>
      <ol className={css["list"]} data-hands>
        {queue.map((person) => {
          const facts = people.get(person);
          if (!facts) return null;
          return (
            <li key={person} className={css["row"]}>
              <Avatar person={facts} />
              <span className={css["name"]}>{facts.name}</span>
              {(mayFacilitate || person === me.person) && (
                <Button size="s" onPress={() => lower(person)}>
                  {t("people.handLower")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {mayFacilitate && queue.length > 1 && (
        <Button size="s" tone="quiet" onPress={() => act(together.lowerHands(me.id), t("people.handsDown"))}>
          {t("people.handLowerAll")}
        </Button>
      )}
    </Section>
  );
};
