import { newPhaseId, type Phase, type PhaseId } from "@palabre/shared/terms";

/** What a facilitator does to the agenda, so that it can be done again to what others have made of it meanwhile. */
export type AgendaEdit =
  /** before that step; at the end when it is gone or not given */
  | { readonly type: "add"; readonly phase: Phase; readonly before?: PhaseId | undefined }
  /**
   * `undefined` unsets.
   * @param over what the person began to write over, where that was before the edit
   */
  | {
      readonly type: "change";
      readonly id: PhaseId;
      readonly values: PhaseValues;
      readonly over?: PhaseValues | undefined;
    }
  /** before that step; to the end when undefined */
  | { readonly type: "move"; readonly id: PhaseId; readonly before: PhaseId | undefined }
  | { readonly type: "remove"; readonly id: PhaseId }
  /** another agenda in the place of this one */
  | { readonly type: "replace"; readonly phases: readonly Phase[] };
export type PhaseValues = { readonly [Key in Exclude<keyof Phase, "id">]?: Phase[Key] | undefined };

/** The agenda with an edit in it; the same when there is nothing that the edit is about. */
export function applyEdit(phases: readonly Phase[], edit: AgendaEdit): readonly Phase[] {
  switch (edit.type) {
    case "add":
      return inserted(without(phases, edit.phase.id), edit.phase, edit.before);
    case "change":
      return phases.map((phase) => (phase.id === edit.id ? changed(phase, edit.values) : phase));
    case "move": {
      const moved = phases.find(({ id }) => id === edit.id);
      if (!moved || edit.before === edit.id) return phases;
      return inserted(without(phases, edit.id), moved, edit.before);
    }
    case "remove":
      return without(phases, edit.id);
    case "replace":
      return edit.phases;
  }
}

/**
 * Whether an edit would undo what somebody else has done since: the very fact that it changes was changed, the step that it takes out
 * or writes in is no more as it was seen, the one that it moves is no more, or the whole agenda that it puts aside is not the one that was seen.
 */
export function collides(seen: readonly Phase[], found: readonly Phase[], edit: AgendaEdit): boolean {
  switch (edit.type) {
    case "add":
      return false;
    case "move":
      return byId(seen, edit.id) !== undefined && byId(found, edit.id) === undefined;
    case "change": {
      const [then, after] = [byId(seen, edit.id), byId(found, edit.id)];
      if (!then || !after) return true;
      const before: PhaseValues = { ...then, ...edit.over };
      return (Object.keys(edit.values) as (keyof PhaseValues)[]).some((key) => !isSame(before[key], after[key]));
    }
    case "remove": {
      const after = byId(found, edit.id);
      return after !== undefined && !isSame(byId(seen, edit.id), after);
    }
    case "replace":
      return !isSame(seen, found);
  }
}

/**
 * An edit that is to hold: where somebody else took its step out, one that puts the step back with the edit in it, where it was or where it
 * was moved.
 */
export function insisting(seen: readonly Phase[], found: readonly Phase[], edit: AgendaEdit): AgendaEdit {
  if (edit.type !== "change" && edit.type !== "move") return edit;
  const place = seen.findIndex(({ id }) => id === edit.id);
  const then = seen[place];
  if (!then || byId(found, edit.id)) return edit;
  if (edit.type === "move") return { type: "add", phase: then, before: edit.before };
  const next = seen.slice(place + 1).find(({ id }) => byId(found, id));
  return { type: "add", phase: changed(then, edit.values), before: next?.id };
}

/** Whether an edit is in what is found already: it was saved, and only the answer to that was lost. */
export function isIn(found: readonly Phase[], edit: AgendaEdit): boolean {
  const isAboutIt = (edit.type !== "change" && edit.type !== "move") || byId(found, edit.id) !== undefined;
  return isAboutIt && isSame(applyEdit(found, edit), found);
}

/** The step again, under an id of its own. */
export const copyOf = (phase: Phase): Phase => ({ ...phase, id: newPhaseId() });

const byId = (phases: readonly Phase[], wanted: PhaseId): Phase | undefined => phases.find(({ id }) => id === wanted);
const without = (phases: readonly Phase[], gone: PhaseId): readonly Phase[] => phases.filter(({ id }) => id !== gone);

function inserted(phases: readonly Phase[], phase: Phase, before: PhaseId | undefined): readonly Phase[] {
  const place = phases.findIndex(({ id }) => id === before);
  return phases.toSpliced(place === -1 ? phases.length : place, 0, phase);
}

function changed(phase: Phase, values: PhaseValues): Phase {
  const entries = Object.entries({ ...phase, ...values }).filter(([, value]) => value !== undefined);
  // the values are those of a phase, and what a phase must have is never unset
  return Object.fromEntries(entries) as unknown as Phase;
}

/** Equal as documents keep them, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Array.isArray(a) === Array.isArray(b) && [...keys].every((key) => isSame(left[key], right[key]));
}
