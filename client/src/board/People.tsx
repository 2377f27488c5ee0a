import { useText } from "../i18n/index.ts";
import { Avatar, MoreAvatar, usePresentPeople } from "../people/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { BareButton, Tooltip } from "../ui/index.ts";
import { useArrivals } from "./useArrivals.ts";
import css from "./People.module.css";

/** Avatars drawn side by side, at most; the panel behind them has everybody. */
const SHOWN = 4;

/** Who is here: a row of avatars that opens the panel of the people, and closes it again. */
export const People = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ panel }) => panel === "people");
  const people = usePresentPeople();
  useArrivals(people);
  const names = people.map(({ name }) => name).join(", ");
  return (
    <Tooltip text={names}>
      <BareButton
        className={css["avatars"]}
        aria-label={`${t("board.people", { n: people.length })}: ${names}`}
        aria-expanded={isOpen}
        onPress={() => ui.set({ panel: isOpen ? undefined : "people" })}
      >
        {people.slice(0, SHOWN).map((person) => (
          <Avatar key={person.person} person={person} />
        ))}
        {people.length > SHOWN && <MoreAvatar n={people.length - SHOWN} />}
      </BareButton>
    </Tooltip>
  );
};
