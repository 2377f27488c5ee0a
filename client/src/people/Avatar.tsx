import type { CSSProperties } from "react";
import { initialsOf, type PresentPerson } from "./presentPeople.ts";
import css from "./Avatar.module.css";

/** A person's colour and letters, drawn and not read: the name stands beside them or in the name of what holds them. */
export const Avatar = ({ person }: { readonly person: Pick<PresentPerson, "name" | "colour"> }) => (
  <span
    className={css["avatar"]}
    style={{ "--who": `var(--person-${person.colour})` } as CSSProperties}
    data-letters={initialsOf(person.name)}
    aria-hidden="true"
  />
);
