import { useState } from "react";
import type { PersonColour, PersonId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useOthers } from "../../state/index.ts";

export interface Arrived {
  readonly person: PersonId;
  readonly name: string;
  readonly colour: PersonColour;
}

/** Who is here besides oneself, the last to come first; those who were here already, by name. */
export function useArrived(): readonly Arrived[] {
  const { me } = useBoard();
  const { locale } = useText();
  const others = useOthers();
  const [order, setOrder] = useState<readonly PersonId[]>([]);
  const here = new Map<PersonId, Arrived>();
  for (const { presence } of others) {
    const { person, name, colour } = presence.user;
    if (person !== me.person) here.set(person, { person, name, colour });
  }
  const known = new Set(order);
  const came = [...here.values()]
    .filter(({ person }) => !known.has(person))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const next = [...came.map(({ person }) => person), ...order];
  // an order that is remembered while it is drawn: react.dev/reference/react/useState#storing-information-from-previous-renders
  if (came.length > 0) setOrder(next);
  return next.map((person) => here.get(person)).filter((one): one is Arrived => one !== undefined);
}
