import {
  newBallotId,
  newCardId,
  newLinkId,
  type Ballot,
  type BallotMethod,
  type Card,
  type CardId,
  type Link,
  type LinkId,
  type OptionTally,
} from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { votedDisagreements, withVoted } from "./votedDisagreements.ts";

const [a, b, c] = [newCardId(), newCardId(), newCardId()];
const link = newLinkId();
const links = new Map([[link, { id: link, from: a, to: b, attributes: {} } as Link]]);
const cardsWith = (attributes: Card["attributes"]) =>
  new Map([a, b, c].map((id) => [id, { id, attributes: id === b ? attributes : {} } as Card]));
const cards = cardsWith({});
const ballot = (
  method: BallotMethod,
  publishedAt: number,
  of: readonly [CardId | LinkId, OptionTally][],
  held = false,
): Ballot => ({
  method,
  question: "",
  options: of.map(([on]) => ({ on, title: "" })),
  settings: {},
  isAnonymous: true,
  openedAt: 0,
  state: "published",
  tally: {
    method,
    publishedAt,
    n: 9,
    of: 9,
    abstentions: 0,
    ...(held ? { isHeldBack: true } : {}),
    perOption: Object.fromEntries(of),
    winners: [],
    ties: [],
    receipts: [],
  },
});
const all = (...ballots: readonly Ballot[]) => new Map(ballots.map((each) => [newBallotId(), each]));

it("[V54] what people weighed or judged differently is talked about as what they drew differently; the last ballot counts, and weighing before drawing", () => {
  const ballots = all(
    ballot("agreement", 2, [
      [b, { n: 9, consensus: 0.4 }],
      [c, { n: 9, consensus: 1 }],
    ]),
    ballot("judgment", 1, [[b, { n: 9, consensus: 0.9 }]]),
    ballot("links", 1, [[link, { n: 9, low: -1, high: 2 }]]),
    ballot("consent", 3, [[a, { n: 3, consensus: 0.1 }]], true),
  );
  const voted = votedDisagreements(ballots, { cards, links });
  expect(voted).toEqual([
    { on: { type: "card", card: b }, spread: 0.6, n: 9, low: 0, high: 0 },
    { on: { type: "influence", from: a, to: b, links: [link] }, spread: 0.5, n: 9, low: -1, high: 2 },
  ]);
  const drawn = {
    on: { type: "influence", from: a, to: b, links: [link] },
    spread: 1,
    n: 2,
    low: -3,
    high: 3,
  } as const;
  const other = { ...drawn, on: { ...drawn.on, to: c, links: [newLinkId()] } };
  expect(withVoted([drawn, other], voted, new Set())).toEqual([other, ...voted]);
  // what all weighed alike is no disagreement, however it was drawn
  expect(withVoted([drawn, other], [], new Set([link]))).toEqual([other]);
});

it("[V54] what was weighed of a link that is in the trash, or leads to a card that is, is talked about no more, and hides nothing", () => {
  const ballots = all(
    ballot("links", 1, [[link, { n: 9, low: -1, high: 2 }]]),
    ballot("judgment", 2, [[b, { n: 9, consensus: 0.4 }]]),
  );
  const gone = new Map([[link, { ...links.get(link), attributes: { trashedAt: 1 } } as Link]]);
  const types = (found: ReturnType<typeof votedDisagreements>) => found.map(({ on }) => on.type);
  expect(types(votedDisagreements(ballots, { cards, links }))).toEqual(["influence", "card"]);
  expect(types(votedDisagreements(ballots, { cards, links: gone }))).toEqual(["card"]);
  expect(votedDisagreements(ballots, { cards: cardsWith({ trashedAt: 1 }), links })).toEqual([]);
});
