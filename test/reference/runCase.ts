import { parse, readCase, UnreadableCase, type Case } from "./caseFile.ts";
import { compareAnswer, type Comparison } from "./compare.ts";
import type { Answer, Method } from "./method.ts";

/** What came of one case. */
export interface Outcome {
  readonly name: string;
  /** largest difference of a number; undefined when none was computed */
  readonly largest: number | undefined;
  /** why it fails; empty when it passes */
  readonly differences: readonly string[];
}

/**
 * Computes one case and compares. Whatever is wrong with it, or with the method, is a failure of this case and throws nothing.
 * @param name for the outcome
 * @param json the file
 */
export function runCase(name: string, json: string, methods: readonly Method[]): Outcome {
  try {
    const read = readCase(json);
    const method = methods.find((known) => known.name === read.method);
    if (!method) throw new UnreadableCase(`unknown method "${read.method}"`);
    const compared = read.problems.map((problem) => compareProblem(problem, method, read.tolerance));
    return {
      name,
      largest: Math.max(0, ...compared.map(({ largest }) => largest)),
      differences: compared.flatMap(({ differences }) => differences),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.replaceAll(/\s+/g, " ") : String(error);
    return { name, largest: undefined, differences: [error instanceof UnreadableCase ? why : `it throws: ${why}`] };
  }
}

function compareProblem(
  { place, input, expected }: Case["problems"][number],
  method: Method,
  tolerance: Case["tolerance"],
): Comparison {
  const within = place === "" ? "" : `${place}.`;
  parse(method.expected, expected, `${within}expected`);
  const answer = method.compute(parse(method.input, input, `${within}input`));
  const rules = { tolerance, ...(method.shapes && { shapes: method.shapes }) };
  const same: readonly Answer[] = method.sameAs?.(answer) ?? [answer];
  const [best] = same
    .map((alike) => compareAnswer(alike, expected, rules, place))
    .toSorted((a, b) => a.differences.length - b.differences.length || a.largest - b.largest);
  return best ?? compareAnswer(answer, expected, rules, place);
}
