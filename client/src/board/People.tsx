import { useText } from "../i18n/index.ts";
import { Avatar, usePresentPeople, type PresentPerson } from "../people/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { BareButton, classes, Icon, PeopleIcon, Tooltip } from "../ui/index.ts";
import { useArrivals } from "./useArrivals.ts";
import css from "./People.module.css";

/** Avatars drawn side by side, at most; the panel behind the count has everybody. */
const SHOWN = 4;

/** Who else is here, each of whom can be followed; and how many in all, which opens the panel of the people and closes it again. */
export const People = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ panel }) => panel === "people");
  const people = usePresentPeople();
  useArrivals(people);
  const names = people.map(({ name }) => name).join(", ");
  return (
    <div className={css["people"]}>
      {people
        .filter(({ isMe, isOnPhone }) => !isMe && !isOnPhone)
        .slice(0, SHOWN)
        .map((person) => (
          <FollowAvatar key={person.person} person={person} />
        ))}
      <Tooltip text={names}>
        <BareButton
          className={css["count"]}
          aria-label={`${t("board.people", { n: people.length })}: ${names}`}
          aria-expanded={isOpen}
          onPress={() => ui.set({ panel: isOpen ? undefined : "people" })}
        >
          <Icon of={PeopleIcon} />
          {people.length}
        </BareButton>
      </Tooltip>
    </div>
  );
};

const FollowAvatar = ({ person }: { readonly person: PresentPerson }) => {
  const { t } = useText();
  const { ui } = useBoard();
  const isFollowed = useUi(({ following }) => following === person.person);
  const label = t("board.follow", { name: person.name });
  return (
    <Tooltip text={label}>
      <BareButton
        className={classes(css["avatar"], isFollowed && css["followed"])}
        aria-label={label}
        aria-pressed={isFollowed}
        onPress={() => ui.set({ following: isFollowed ? undefined : person.person })}
      >
        <Avatar person={person} />
      </BareButton>
    </Tooltip>
  );
};
