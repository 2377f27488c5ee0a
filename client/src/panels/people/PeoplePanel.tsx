import { useMemo, useState } from "react";
import type { PersonId } from "@palabre/shared/terms";
import { together } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { usePresentPeople, type PresentPerson } from "../../people/index.ts";
import { useBoard, useDesk, useWorkshop } from "../../state/index.ts";
import { Button, Icon, PeopleIcon } from "../../ui/index.ts";
import { PanelHead, Section, useAct } from "../pieces/index.ts";
import { Hands } from "./Hands.tsx";
import { Me } from "./Me.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { PersonRow } from "./PersonRow.tsx";
import { RemovePerson } from "./RemovePerson.tsx";
import css from "./PeoplePanel.module.css";

/** Everybody of the workshop: who is here, who has been, and what facilitators do about them. */
export const PeoplePanel = () => {
  const { t } = useText();
  const { mayFacilitate } = useBoard();
  const { me, here, been, removed } = useEverybody();
  const [leaving, setLeaving] = useState<PresentPerson>();
  const rowOf = (person: PresentPerson, isHere: boolean) => (
    <PersonRow key={person.person} person={person} isHere={isHere}>
      {mayFacilitate && <PersonMenu person={person} onRemove={() => setLeaving(person)} />}
    </PersonRow>
  );
  return (
    <>
      <PanelHead>
        <h2 className={css["title"]}>
          <Icon of={PeopleIcon} size="control" />
          {t("panel.tabPeople")}
        </h2>
      </PanelHead>
      {me && <Me me={me} />}
      <Hands />
      <Section title={t("people.here")} note={here.length + 1}>
        {here.length === 0 && <p className={css["hint"]}>{t("people.empty")}</p>}
        <ul className={css["list"]}>{here.map((person) => rowOf(person, true))}</ul>
      </Section>
      {been.length > 0 && (
        <Section title={t("people.been")} note={been.length}>
          <ul className={css["list"]}>{been.map((person) => rowOf(person, false))}</ul>
        </Section>
      )}
      {removed.length > 0 && (
        <Section title={t("people.removed")} note={removed.length}>
          <ul className={css["list"]}>
            {removed.map((person) => (
              <PersonRow key={person.person} person={person} isHere={false}>
                <LetIn person={person} />
                <PersonMenu person={person} />
              </PersonRow>
            ))}
          </ul>
        </Section>
      )}
      {leaving && <RemovePerson person={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
};

const LetIn = ({ person: { person, name } }: { readonly person: PresentPerson }) => {
  const { t } = useText();
  const { me } = useBoard();
  const act = useAct();
  return (
    <Button size="s" onPress={() => act(together.setRemoved(me.id, person, false), t("people.letInNow", { name }))}>
      {t("people.letIn")}
    </Button>
  );
};

const NOBODY: ReadonlyMap<PersonId, unknown> = new Map();

/** The people of the workshop by where they are; each list by name. */
function useEverybody() {
  const { locale } = useText();
  const present = usePresentPeople();
  const { people } = useWorkshop();
  const sentOff = useDesk()?.removed ?? NOBODY;
  return useMemo(() => {
    const isHere = new Set(present.map(({ person }) => person));
    const others = [...people]
      .map(([person, facts]): PresentPerson => ({ person, ...facts, isMe: false, isOnPhone: false }))
      .filter(({ person }) => !isHere.has(person))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
    return {
      me: present.find(({ isMe }) => isMe),
      here: present.filter(({ isMe }) => !isMe),
      been: others.filter(({ person }) => !sentOff.has(person)),
      removed: others.filter(({ person }) => sentOff.has(person)),
    };
  }, [present, people, sentOff, locale]);
}
