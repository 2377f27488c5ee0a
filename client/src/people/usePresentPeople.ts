import { useMemo } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useOthers, useWorkshop } from "../state/index.ts";
import { presentPeople, type PresentPerson } from "./presentPeople.ts";

/** Who is here now, me first, under the name that the workshop knows me by. */
export function usePresentPeople(): readonly PresentPerson[] {
  const { locale } = useText();
  const { me } = useBoard();
  const others = useOthers();
  const myName = useWorkshop().people.get(me.person)?.name ?? me.name;
  return useMemo(() => {
    const { person, role, colour } = me;
    return presentPeople({ person, name: myName, role, colour }, others, locale);
  }, [me, myName, others, locale]);
}
