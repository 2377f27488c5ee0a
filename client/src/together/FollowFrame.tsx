import type { CSSProperties } from "react";
import { useUi } from "../state/index.ts";
import { usePerson } from "./usePerson.ts";
import css from "./FollowFrame.module.css";

/** A frame around the canvas in the ink of whoever is followed, with their name. */
export const FollowFrame = () => {
  const person = usePerson(useUi(({ following }) => following));
  if (!person) return null;
  return (
    <div
      className={css["frame"]}
      style={{ "--who": `var(--person-${person.colour})` } as CSSProperties}
      aria-hidden="true"
    >
      <b>{person.name}</b>
    </div>
  );
};
