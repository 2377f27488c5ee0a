import { REACTIONS, type Card, type Reaction } from "@palabre/shared/terms";
import { useRef } from "react";
import { REACTION_DRAWINGS } from "../../figures/index.ts";
import { useText, type MessageKey } from "../../i18n/index.ts";
import { reactionsTo, useBoard, useMayRemark, useWorkshop } from "../../state/index.ts";
import { classes, Icon } from "../../ui/index.ts";
import { useSaying } from "./useSaying.ts";
import css from "./ReactionRow.module.css";

const WORDS: Readonly<Record<Reaction, Extract<MessageKey, `comments.react${string}`>>> = {
  "👍": "comments.reactAgree",
  "❤️": "comments.reactDear",
  "💡": "comments.reactIdea",
  "❓": "comments.reactQuestion",
  "🎉": "comments.reactGlad",
  "🤔": "comments.reactDoubt",
};

/** How people react to a card, by number and by name; a press sets one's own, a second one takes it back. */
export const ReactionRow = ({ card }: { readonly card: Card }) => {
  const { t, number, locale } = useText();
  const { commands, me } = useBoard();
  const { people } = useWorkshop();
  const may = useMayRemark();
  const place = useRef<HTMLDivElement>(null);
  useSaying(card.id, "react", place);
  const given = reactionsTo(card);
  const mine = given.get(me.person);
  const listed = new Intl.ListFormat(locale);
  if (!may && given.size === 0) return null;
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={t("comments.reactions")} className={css["row"]}>
      {REACTIONS.map((reaction) => {
        const names = [...given].flatMap(([person, value]) =>
          value === reaction ? [people.get(person)?.name ?? "…"] : [],
        );
        const word = t(WORDS[reaction]);
        const told = names.length === 0 ? word : t("comments.by", { word, names: listed.format(names) });
        if (!may && names.length === 0) return null;
        return (
          <button
            key={reaction}
            type="button"
            className={classes(css["reaction"], names.length === 0 && css["none"])}
            aria-pressed={mine === reaction}
            aria-label={told}
            title={told}
            disabled={!may}
            onClick={() => commands.react(card.id, mine === reaction ? undefined : reaction)}
          >
            <Icon of={REACTION_DRAWINGS[reaction]} size="card" />
            {names.length > 0 && <b>{number(names.length)}</b>}
          </button>
        );
      })}
    </div>
  );
};
