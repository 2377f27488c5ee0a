import type { Workshop } from "@palabre/shared/documents";
import { mayDo, mayDraft, type Forbidden } from "@palabre/shared/facilitation";
import {
  IDEA_KINDS,
  type PocketBallot,
  type PocketCard,
  type PocketIdea,
  type PocketResult,
  type PocketStep,
  type PocketView,
} from "@palabre/shared/protocol";
import {
  currentPhase,
  isReaction,
  isTrashed,
  reactionOf,
  sizeOf,
  type Ballot,
  type BallotId,
  type BoardRules,
  type BoardSnapshot,
  type Card,
  type CardId,
  type PersonId,
  type Role,
} from "@palabre/shared/terms";
import { readResults } from "./results.ts";

/** What a view is made of. */
export interface Seen {
  readonly workshop: Workshop;
  /** as they are in force now */
  readonly rules: BoardRules;
  readonly board: BoardSnapshot;
  readonly ballots: ReadonlyMap<BallotId, Ballot>;
}
export interface Viewer {
  readonly person: PersonId;
  readonly role: Role;
  readonly name: string;
}

/** Cards that a phone goes through, and letters of each: more is for a larger screen. */
const CARDS = 200;
const LETTERS = 600;
const KINDS_WITH_WORDS: readonly string[] = IDEA_KINDS;

/** What all phones of a board are told alike; made once for all of them. */
export interface Common {
  readonly seen: Seen;
  readonly step: PocketStep | null;
  readonly cards: readonly PocketCard[];
  /** what each person has on the board, oldest first */
  readonly ideas: ReadonlyMap<PersonId, readonly Card[]>;
  readonly ballots: readonly PocketBallot[];
  readonly results: readonly PocketResult[];
}

export function readCommon(seen: Seen): Common {
  const { workshop, board } = seen;
  const phase = currentPhase(workshop.agenda, workshop.now);
  const look = phase?.look === undefined ? undefined : board.cards.get(phase.look);
  const isSilent = phase?.writing === "silent";
  const [shown, notes]: [Card[], Card[]] = [[], []];
  const ideas = new Map<PersonId, Card[]>();
  for (const card of board.cards.values()) {
    if (!KINDS_WITH_WORDS.includes(card.kind) || isTrashed(card)) continue;
    if (card.by !== undefined) {
      const own = ideas.get(card.by);
      if (own) own.push(card);
      else ideas.set(card.by, [card]);
    }
    // notes say how something is meant, or give an example: what is meant comes first
    const list = card.kind === "note" ? notes : shown;
    if (isSilent || list.length >= CARDS || card.text.trim() === "") continue;
    if (look?.kind !== "frame" || isIn(card, look)) list.push(card);
  }
  return {
    seen,
    step: readStep(workshop),
    cards: [...shown, ...notes].slice(0, CARDS).map((card) => ({
      id: card.id,
      kind: card.kind,
      text: card.text.slice(0, LETTERS),
      reactions: Object.keys(card.extra).filter(isReaction).length,
    })),
    ideas,
    results: readResults(seen.ballots, workshop.now?.startedAt ?? 0),
    ballots: [...seen.ballots]
      .filter(([, { state }]) => state === "open")
      .toSorted(([, a], [, b]) => a.openedAt - b.openedAt)
      .map(([id, { method, question, options, settings, closesAt }]) => ({
        id,
        method,
        question,
        options,
        settings,
        ...(closesAt === undefined ? {} : { closesAt }),
      })),
  };
}

/** @param draft what this person wrote in silence */
export function viewOf(common: Common, { person, role, name }: Viewer, draft: readonly Card[]): PocketView {
  const { seen, step, cards, ideas, ballots, results } = common;
  const { workshop, rules, board } = seen;
  const who = { person, role };
  const { hands, readyCheck } = workshop.together;
  const waiting = rules.phase?.drafts && workshop.drafts.find(({ phase }) => phase === rules.phase?.id);
  return {
    title: workshop.title,
    language: workshop.language,
    me: {
      person,
      name: workshop.people.get(person)?.name ?? name,
      role,
      isHandUp: hands.has(person),
      isReady: readyCheck ? readyCheck.ready.has(person) : null,
    },
    step,
    write: writingOf(seen, who),
    waiting: waiting ? { ideas: waiting.ideas, people: waiting.people } : null,
    ideas: [
      ...(ideas.get(person) ?? []).map((card) => toIdea(card, false)),
      ...draft.filter((card) => !isTrashed(card) && card.text.trim() !== "").map((card) => toIdea(card, true)),
    ].slice(-CARDS),
    mayReact: cards.length > 0 && whyNotReact(rules, who) === undefined,
    cards,
    ballots: role === "viewer" ? [] : ballots,
    results,
    reactions: Object.fromEntries(
      cards.flatMap(({ id }) => {
        const mine = board.cards.get(id)?.extra[reactionOf(person)];
        return typeof mine === "string" ? [[id, mine]] : [];
      }),
    ),
  };
}

const toIdea = ({ id, kind, text }: Card, isDraft: boolean): PocketIdea => ({
  id,
  kind,
  text: text.slice(0, LETTERS),
  ...(isDraft ? { isDraft } : {}),
});

function readStep({ agenda, now }: Workshop): PocketStep | null {
  const phase = currentPhase(agenda, now);
  if (!phase || !now) return null;
  const { endsAt, left, isTimeUp } = now;
  return {
    phase: phase.id,
    n: agenda.phases.indexOf(phase) + 1,
    of: agenda.phases.length,
    title: phase.title,
    instruction: phase.instruction,
    ...(endsAt === undefined ? {} : { endsAt }),
    ...(left === undefined ? {} : { left }),
    ...(isTimeUp === undefined ? {} : { isTimeUp }),
  };
}

type Who = Pick<Viewer, "person" | "role">;

/** What somebody may write now, and where it goes. */
export function writingOf({ workshop, rules }: Pick<Seen, "workshop" | "rules">, who: Who): PocketView["write"] {
  const phase = rules.phase?.id;
  const isSilent = phase !== undefined && rules.phase?.drafts !== undefined;
  const tried = IDEA_KINDS.map((kind) => {
    const deed = { type: "addCard", kind } as const;
    return { kind, may: isSilent ? mayDraft(deed, who, rules, phase) : mayDo(deed, who, rules) };
  });
  const kinds = tried.flatMap(({ kind, may }) => (may.ok ? [kind] : []));
  const why = tried.find(({ may }) => !may.ok)?.may;
  const drafts = workshop.drafts.find((each) => each.phase === phase);
  const planned = currentPhase(workshop.agenda, workshop.now);
  return {
    kinds,
    ...(kinds.length === 0 && why?.ok === false ? { bar: barOf(why.reason) } : {}),
    ...(isSilent
      ? { draft: { phase, round: drafts?.round ?? 0, signed: drafts?.signed ?? planned?.signed === true } }
      : {}),
  };
}
const barOf = (reason: Forbidden): NonNullable<PocketView["write"]["bar"]> =>
  reason === "not-yours" || reason === "locked" ? "phase" : reason;

/** Reactions are asked for by the rules as any other deed; of the card itself only a lock counts, which is looked at when it is set. */
const whyNotReact = (rules: BoardRules, who: Who): Forbidden | undefined => {
  const anyCard = who.person as unknown as CardId;
  const may = mayDo({ type: "set", on: anyCard, thing: "card", name: reactionOf(who.person) }, who, rules);
  return may.ok ? undefined : may.reason;
};

function isIn(card: Card, frame: Card): boolean {
  if (card.attributes.frame === frame.id) return true;
  const [[x, y], [w, h]] = [card.position, sizeOf(card)];
  const [[left, top], [width, height]] = [frame.position, sizeOf(frame)];
  return x >= left && y >= top && x + w <= left + width && y + h <= top + height;
}
