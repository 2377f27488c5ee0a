import {
  countMakers,
  readDisagreements,
  readImportance,
  talkFirst,
  type Deciding,
} from "@palabre/shared/analysis/decision";
import { readBallots } from "@palabre/shared/documents";
import { weightOf, type Annotation, type CardId } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useAsked } from "../../analysis/index.ts";
import { useText } from "../../i18n/index.ts";
import { useAnnotations, useGroupWeights, useSnapshot, useWorkshopPart } from "../../state/index.ts";
import { Section } from "../pieces/index.ts";
import { CardRow } from "./CardRow.tsx";
import { LinkRow } from "./LinkRow.tsx";
import { reasonOf, signOf } from "./talkWords.ts";
import { quoted, shortTitle } from "./titles.ts";
import { useRobustness } from "./useRobustness.ts";
import { votedDisagreements, withVoted } from "./votedDisagreements.ts";
import css from "./Choice.module.css";

/** A group talks about a few things, not about all. */
const SHOWN = 5;

/** Where people are apart and much hangs on it: the agenda of a group that has an hour. */
export const TalkSection = () => {
  const text = useText();
  const { t, number } = text;
  const snapshot = useSnapshot();
  const annotations = useAnnotations().cards;
  const ballots = useWorkshopPart(readBallots);
  const weights = useGroupWeights();
  const { answer: structure } = useAsked("structure", undefined);
  const held = useRobustness();
  const robustness = typeof held === "object" ? held : undefined;
  const items = useMemo(() => {
    if (!structure) return undefined;
    const deciding = (robustness?.deciding ?? []).flatMap(({ link, ...rest }): Deciding[] => {
      const found = snapshot.links.get(link);
      if (!found) return [];
      const { from, to } = found;
      const n = weights.get(link)?.n ?? countMakers(snapshot, from, to);
      return [{ ...rest, link, weight: weightOf(found, weights), n, from, to }];
    });
    return talkFirst({
      disagreements: withVoted(readDisagreements(snapshot), votedDisagreements(ballots, snapshot), weights),
      importance: readImportance(structure, mentionsOf(annotations)),
      deciding,
    });
  }, [structure, robustness, snapshot, annotations, ballots, weights]);
  if (!items) return null;
  return (
    <Section title={t("choice.talk")} note={items.length > 0 && t("choice.talkNote")}>
      {items.length === 0 && (
        <p className={css["none"]}>{t(robustness?.isWhole === true ? "choice.talkNone" : "choice.talkNoneYet")}</p>
      )}
      <ol className={css["links"]}>
        {items.slice(0, SHOWN).map((item) => {
          const { on, score } = item;
          const shown = number(100 * score, { digits: 0 });
          const figure = { shown, name: t("choice.talkScore", { score: shown }) };
          if (on.type === "card") {
            const title = quoted(shortTitle(snapshot.cards.get(on.card), text), text);
            const says = t("choice.talkCard", { n: item.n, spread: text.percent(item.spread), title });
            return <CardRow key={on.card} card={on.card} says={says} figure={figure} />;
          }
          return (
            <LinkRow
              key={on.links.join()}
              from={on.from}
              to={on.to}
              links={on.links}
              sign={signOf(item)}
              says={reasonOf(item, snapshot.cards, text)}
              figure={figure}
            />
          );
        })}
      </ol>
    </Section>
  );
};

/** Posts that speak of each card that something is listened for. */
const mentionsOf = (annotations: ReadonlyMap<CardId, Annotation>): ReadonlyMap<CardId, number> =>
  new Map(
    [...annotations].flatMap(([id, { readings }]): [CardId, number][] => {
      const value = readings.find(({ measure, state }) => measure === "mentions" && state === "known")?.value;
      return value === undefined ? [] : [[id, value]];
    }),
  );
