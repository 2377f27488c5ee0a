import {
  gatheringSchema,
  personIdSchema,
  sinceSchema,
  type Gathering,
  type PersonId,
  type Together,
} from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import type { StateChange } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";

/** `hands` and `ready`: a person → { at }; `together`: one key for what there is once. */
const [HANDS, READY, MAP] = ["hands", "ready", "together"] as const;
const [CHECK, GATHERING, CURSORS] = ["readyCheck", "gathering", "cursorsHidden"] as const;

/** Reads what those who are together show and ask; what is missing or malformed is nothing. */
export function readTogether(doc: StateDoc): Together {
  const entries = doc.getMap(MAP);
  const check = sinceSchema.safeParse(entries.get(CHECK)).data;
  // a yes to the question before is none to this one
  const ready = [...readEntries(doc, READY, personIdSchema, sinceSchema)].filter(
    ([, { at }]) => check && at >= check.at,
  );
  return {
    hands: readEntries(doc, HANDS, personIdSchema, sinceSchema),
    readyCheck: check && { at: check.at, ready: new Set(ready.map(([person]) => person)) },
    gathering: gatheringSchema.safeParse(entries.get(GATHERING)).data,
    areCursorsHidden: sinceSchema.safeParse(entries.get(CURSORS)).success,
  };
}

const since = (holds: boolean, at: number) => (holds ? { at } : undefined);

/** What to write to raise a hand, or to lower it; a hand that is up keeps its place. */
export const raising = (doc: StateDoc, person: PersonId, raised: boolean, at: number): readonly StateChange[] =>
  raised && readTogether(doc).hands.has(person) ? [] : [{ map: HANDS, key: person, value: since(raised, at) }];

/** What to write to lower all hands. */
export const loweringAll = (doc: StateDoc): readonly StateChange[] =>
  [...doc.getMap(HANDS).keys()].map((key) => ({ map: HANDS, key, value: undefined }));

/** What to write to ask whether all are ready, or to end the question; what was answered before goes. */
export const checking = (doc: StateDoc, isOn: boolean, at: number): readonly StateChange[] => [
  { map: MAP, key: CHECK, value: since(isOn, at) },
  ...[...doc.getMap(READY).keys()].map((key): StateChange => ({ map: READY, key, value: undefined })),
];

/** What to write to say that one is ready, or not yet; nothing while nobody asks. */
export const readying = (doc: StateDoc, person: PersonId, isReady: boolean, at: number): readonly StateChange[] =>
  isReady && readTogether(doc).readyCheck === undefined ? [] : [{ map: READY, key: person, value: since(isReady, at) }];

/** What to write to bring everybody to a place. */
export const gathering = (gathered: Gathering): StateChange => ({ map: MAP, key: GATHERING, value: gathered });

/** What to write to hide where all point, or to show it again. */
export const hidingCursors = (hidden: boolean, at: number): StateChange => ({
  map: MAP,
  key: CURSORS,
  value: since(hidden, at),
});
