import { personIdSchema, type ChangeEntry, type Json, type PersonId, type Voice, type Voices } from "../terms/index.ts";

/** Counts who contributes how much, from the change log, entry by entry. */
export interface Tally {
  /** The phase that is under way since then; the counts of the one before are over. */
  beginPhase(phaseAt: number | undefined): void;
  take(entry: ChangeEntry): void;
  /** of all who contributed; the same object until a person's counts change */
  voices(): ReadonlyMap<PersonId, Voices>;
}

const NONE: Voice = { cards: 0, texts: 0, links: 0, comments: 0 };
type Kind = keyof Voice;
const MADE: Readonly<Record<string, Kind>> = { card: "cards", link: "links", comment: "comments" };

/**
 * A thing counts once, for whom it names as its maker: what is revealed without a name counts for nobody, and what is born again by a
 * restore counts no more. A text counts once a card, for each person who writes in a card of somebody else.
 */
export function createTally(): Tally {
  const makers = new Map<string, PersonId | undefined>();
  const writers = { all: new Set<string>(), phase: new Set<string>() };
  const voices = new Map<PersonId, Voices>();
  let phaseAt: number | undefined;

  const add = (person: PersonId, kind: Kind, isAll: boolean, isPhase: boolean): void => {
    if (!isAll && !isPhase) return;
    const { all, phase } = voices.get(person) ?? { all: NONE, phase: NONE };
    voices.set(person, {
      all: isAll ? plusOne(all, kind) : all,
      phase: isPhase ? plusOne(phase, kind) : phase,
      ...(phaseAt === undefined ? {} : { phaseAt }),
    });
  };
  const isNew = (set: Set<string>, key: string): boolean => !set.has(key) && set.add(key) !== undefined;
  return {
    beginPhase: (at) => {
      if (at === phaseAt) return;
      phaseAt = at;
      writers.phase.clear();
      // who says nothing from here on is not listed for this phase
      for (const [person, { all }] of voices)
        voices.set(person, { all, phase: NONE, ...(at === undefined ? {} : { phaseAt: at }) });
    },
    take: ({ at, person, facts }) => {
      const isPhase = phaseAt !== undefined && at >= phaseAt;
      // the card that is born with its text first
      for (const { key, before, after } of facts) {
        const [type = "", id = ""] = key.split("/");
        const kind = MADE[type];
        if (kind === undefined || before !== undefined || after === undefined || makers.has(id)) continue;
        const maker = makerOf(after);
        makers.set(id, maker);
        if (maker !== undefined) add(maker, kind, true, isPhase);
      }
      if (person === undefined) return;
      for (const { key, delta } of facts) {
        const [type, id = ""] = key.split("/");
        const isWritten = type === "text" && delta?.some((part) => "insert" in part && part.insert.trim() !== "");
        if (isWritten !== true || makers.get(id) === person) continue;
        const pair = `${person}/${id}`;
        add(person, "texts", isNew(writers.all, pair), isPhase && isNew(writers.phase, pair));
      }
    },
    voices: () => voices,
  };
}

const plusOne = (voice: Voice, kind: Kind): Voice => ({ ...voice, [kind]: voice[kind] + 1 });

/** Whom a thing names as its maker. */
const makerOf = (born: Json): PersonId | undefined =>
  typeof born === "object" && born !== null && "by" in born ? personIdSchema.safeParse(born["by"]).data : undefined;
