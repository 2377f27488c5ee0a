import { z } from "zod";

const problemList = z.strictObject({ problems: z.array(z.looseObject({ name: z.string().optional() })) });

/** The envelope of a case. What stands in `input` and `expected` is its method's matter. */
const caseFile = z.strictObject({
  id: z.string().optional(),
  method: z.string(),
  title: z.string().optional(),
  status: z.string().optional(),
  source: z.looseObject({ citation: z.string(), licence: z.string() }).partial().optional(),
  verifiedBy: z.string().optional(),
  provenance: z.string().optional(),
  tolerance: z.union([z.number().min(0), z.record(z.string(), z.number().min(0))]).optional(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  material: z.unknown().optional(),
});

/** One thing to compute, and what must come out. */
export interface Problem {
  /** where it stands in the case, for messages: empty, or `problems[2]` */
  readonly place: string;
  readonly input: unknown;
  readonly expected: unknown;
}

export interface Case {
  readonly method: string;
  readonly tolerance: number | Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** What can't be computed, and why. */
export class UnreadableCase extends Error {}

/**
 * Reads a case as far as its format is the same for every method.
 * @throws UnreadableCase when it is no JSON, or not in the format
 */
export function readCase(json: string): Case {
  const file = parse(caseFile, withoutNotes(parseJson(json)), "the case");
  const [input, expected] = [file.input, file.expected];
  const tolerance = file.tolerance ?? {};
  if (!("problems" in input) && !("problems" in expected))
    return { method: file.method, tolerance, problems: [{ place: "", input, expected }] };
  const asked = parse(problemList, input, "input").problems;
  const answers = parse(problemList, expected, "expected").problems;
  if (asked.length !== answers.length)
    throw new UnreadableCase(`${asked.length} problems in input, ${answers.length} in expected`);
  const problems = asked.map((problem, at) => ({
    place: `problems[${at}]`,
    input: withoutName(problem),
    expected: withoutName(answers[at] ?? {}),
  }));
  return { method: file.method, tolerance, problems };
}

/**
 * @param what names the value in the message
 * @throws UnreadableCase with the first things that are wrong
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap((issue) => say(issue, what)).slice(0, 3);
  throw new UnreadableCase(wrong.join("; "));
}

function say(issue: z.core.$ZodIssue, what: string): readonly string[] {
  const where = [what, ...issue.path.map(String)].join(".");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `unknown key "${key}" in ${where}`);
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) return [`${where} is missing`];
  // of several forms, the one that fits best says what is wrong
  const [nearest] = issue.code === "invalid_union" ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  if (nearest) return nearest.flatMap((inner) => say(inner, where));
  return [`${where}: ${issue.message}`];
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UnreadableCase(`no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Keys that begin with `note` are for readers, at any depth. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.startsWith("note"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNotes(inner)]));
}

const withoutName = (problem: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(problem).filter(([key]) => key !== "name"));
