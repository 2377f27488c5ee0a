import type { Answer, Shape } from "./method.ts";

/** What a printed figure may be off where a case says nothing. */
const DEFAULT_TOLERANCE = 1e-6;
const AT_LEAST = "AtLeast";

export interface Comparison {
  /** of all numbers compared; Infinity where one is no number */
  readonly largest: number;
  /** what isn't as expected, in words; empty when the answer passes */
  readonly differences: readonly string[];
}

interface Rules {
  /** of every number, or by key of `expected`; what is not named has 1e-6 */
  readonly tolerance?: number | Readonly<Record<string, number>>;
  readonly shapes?: Readonly<Record<string, Shape>>;
}

/**
 * Holds an answer against what was printed: every key of `expected` must be in it, and be the same; it may have more.
 * @param place where this stands in the case, for messages
 */
export function compareAnswer(answer: Answer, expected: unknown, rules: Rules = {}, place = ""): Comparison {
  const seen = { largest: 0, differences: [] as string[] };
  if (!isRecord(expected)) return { largest: 0, differences: [`${place || "expected"} is no object`] };
  const byKey = typeof rules.tolerance === "object" ? rules.tolerance : {};
  const all = typeof rules.tolerance === "number" ? rules.tolerance : DEFAULT_TOLERANCE;
  for (const [key, wanted] of Object.entries(expected)) {
    const path = place === "" ? key : `${place}.${key}`;
    const tolerance = Object.hasOwn(byKey, key) ? (byKey[key] ?? all) : all;
    const shape = rules.shapes && Object.hasOwn(rules.shapes, key) ? rules.shapes[key] : undefined;
    if (isBound(key, answer)) compareBound(answer[key.slice(0, -AT_LEAST.length)], wanted, path, seen);
    else if (!Object.hasOwn(answer, key)) seen.differences.push(`${path} is not in the result`);
    else if (shape) compareShape(answer[key], wanted, shape, path, seen);
    else compareValue(answer[key], wanted, tolerance, path, seen);
  }
  return seen;
}

interface Seen {
  largest: number;
  readonly differences: string[];
}

const isBound = (key: string, answer: Answer) => key.endsWith(AT_LEAST) && !Object.hasOwn(answer, key);

function compareBound(value: unknown, least: unknown, path: string, seen: Seen): void {
  const below = typeof value === "number" && typeof least === "number" ? Math.max(0, least - value) : Number.NaN;
  noteDifference(below, seen);
  if (!(below <= 0)) seen.differences.push(`${path}: ${show(value)}, less than ${show(least)}`);
}

function compareValue(value: unknown, wanted: unknown, tolerance: number, path: string, seen: Seen): void {
  if (typeof wanted === "number") {
    compareNumber(value, wanted, tolerance, path, seen);
  } else if (Array.isArray(wanted)) {
    if (!Array.isArray(value)) seen.differences.push(`${path}: ${show(value)} instead of a list`);
    else if (value.length !== wanted.length)
      seen.differences.push(`${path}: ${value.length} entries instead of ${wanted.length}`);
    else wanted.forEach((inner, at) => compareValue(value[at], inner, tolerance, `${path}[${at}]`, seen));
  } else if (isRecord(wanted)) {
    if (!isRecord(value)) {
      seen.differences.push(`${path}: ${show(value)} instead of a record`);
      return;
    }
    for (const [key, inner] of Object.entries(wanted))
      if (Object.hasOwn(value, key)) compareValue(value[key], inner, tolerance, `${path}.${key}`, seen);
      else seen.differences.push(`${path}.${key} is not in the result`);
  } else if (value !== wanted) seen.differences.push(`${path}: ${show(value)} instead of ${show(wanted)}`);
}

function compareNumber(value: unknown, wanted: number, tolerance: number, path: string, seen: Seen): void {
  const off = typeof value === "number" ? Math.abs(value - wanted) : Number.NaN;
  noteDifference(off, seen);
  // decimal numbers in binary: 1.6 is a little more than 0.1 from 1.5
  const slack = tolerance > 0 ? 4 * Number.EPSILON * Math.max(1, Math.abs(wanted)) : 0;
  if (!(off <= tolerance + slack))
    seen.differences.push(`${path}: ${show(value)} instead of ${show(wanted)} ± ${tolerance}`);
}

function noteDifference(off: number, seen: Seen): void {
  seen.largest = Math.max(seen.largest, Number.isNaN(off) ? Infinity : off);
}

function compareShape(value: unknown, wanted: unknown, shape: Shape, path: string, seen: Seen): void {
  const [got, asked] = [normalise(value, shape), normalise(wanted, shape)];
  if (got === undefined || got !== asked)
    seen.differences.push(`${path}: ${show(value)} instead of the ${shape} ${show(wanted)}`);
}

/** One text for all that means the same; undefined for what is not of the shape. */
function normalise(value: unknown, shape: Shape): string | undefined {
  switch (shape) {
    case "set":
      return normaliseSet(value);
    case "ranking": {
      const places = Array.isArray(value) ? value.map(normaliseSet) : [undefined];
      return places.includes(undefined) ? undefined : JSON.stringify(places);
    }
    case "loops": {
      const loops = Array.isArray(value) ? value.map(normaliseLoop) : [undefined];
      return loops.includes(undefined) ? undefined : normaliseSet(loops);
    }
  }
}

function normaliseSet(value: unknown): string | undefined {
  if (!isTexts(value) || new Set(value).size !== value.length) return undefined;
  return JSON.stringify(value.toSorted());
}

/** It begins where its smallest turn begins; the direction stays. */
function normaliseLoop(value: unknown): string | undefined {
  if (!isTexts(value)) return undefined;
  const turns = value.map((_, at) => JSON.stringify([...value.slice(at), ...value.slice(0, at)]));
  return turns.toSorted()[0] ?? "[]";
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((inner) => typeof inner === "string");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Short, on one line. */
function show(value: unknown): string {
  const text = typeof value === "number" || value === undefined ? String(value) : (JSON.stringify(value) ?? "?");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
