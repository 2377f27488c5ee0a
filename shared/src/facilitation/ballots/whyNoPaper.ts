import type { Ballot, Paper } from "../../terms/index.ts";

/**
 * Why a paper is no answer to a ballot: another method's, about something else, of one thing twice; more dots than there are; a grade that
 * the scale hasn't; a pair with itself; a rating of the other kind; an objection without a reason; something left out that may not be.
 */
export type PaperProblem =
  | "method"
  | "option"
  | "twice"
  | "budget"
  | "cap"
  | "grade"
  | "pair"
  | "rating"
  | "reason"
  | "incomplete"
  | "empty";

type Asked = Pick<Ballot, "method" | "options" | "settings">;

/**
 * What is wrong with a paper, first things first; undefined when it can be given. The page asks before it sends, the server before it takes.
 *
 * A paper that says nothing is none: whoever doesn't want to answer gives no paper, or takes theirs back.
 */
export function whyNoPaper(ballot: Asked, paper: Paper): PaperProblem | undefined {
  if (paper.method !== ballot.method) return "method";
  const about = aboutOf(paper);
  const options = new Set<string>(ballot.options.map(({ on }) => on));
  if (about.some((on) => !options.has(on))) return "option";
  const said = new Set(about);
  // pairs speak of a card again and again
  if (paper.method !== "pairwise" && said.size < about.length) return "twice";
  const problem = problemOf(paper, ballot);
  if (problem !== undefined) return problem;
  if (said.size === 0) return "empty";
  const mayLeaveOut = ballot.settings.mayAbstain !== false || ballot.method === "dots" || ballot.method === "pairwise";
  return mayLeaveOut || said.size === options.size ? undefined : "incomplete";
}

/** What a paper says something of. */
function aboutOf(paper: Paper): readonly string[] {
  switch (paper.method) {
    case "dots":
      return Object.keys(paper.dots);
    case "judgment":
      return Object.keys(paper.grades);
    case "ranked":
      return paper.tiers.flat();
    case "pairwise":
      return paper.answers.flatMap((answer) => ("equal" in answer ? answer.equal : [answer.winner, answer.loser]));
    case "rating":
      return Object.keys(paper.ratings);
    case "agreement":
    case "consent":
    case "links":
      return Object.keys(paper.answers);
  }
}

function problemOf(paper: Paper, { settings }: Asked): PaperProblem | undefined {
  switch (paper.method) {
    case "dots": {
      const dots = Object.values(paper.dots);
      const sum = dots.reduce((total, given) => total + given, 0);
      if (sum > (settings.budget ?? 0)) return "budget";
      if (dots.some((given) => given > (settings.cap ?? Infinity))) return "cap";
      return sum === 0 ? "empty" : undefined;
    }
    case "judgment":
      return Object.values(paper.grades).some((grade) => grade >= (settings.grades ?? 0)) ? "grade" : undefined;
    case "pairwise": {
      const pairs = paper.answers.map((answer) => ("equal" in answer ? answer.equal : [answer.winner, answer.loser]));
      if (pairs.some(([one, other]) => one === other)) return "pair";
      const asked = new Set(
        pairs.map(([one = "", other = ""]) => (one < other ? `${one} ${other}` : `${other} ${one}`)),
      );
      return asked.size < pairs.length ? "twice" : undefined;
    }
    case "rating": {
      const isKano = settings.rating === "kano";
      const isWhole = Object.values(paper.ratings).every(({ importance, satisfaction, present, absent }) =>
        isKano
          ? present !== undefined && absent !== undefined && importance === undefined && satisfaction === undefined
          : (importance ?? satisfaction) !== undefined && present === undefined && absent === undefined,
      );
      return isWhole ? undefined : "rating";
    }
    case "consent":
      return Object.values(paper.answers).some(({ say, reason = "" }) => say === "objection" && reason === "")
        ? "reason"
        : undefined;
    case "ranked":
    case "agreement":
    case "links":
      return undefined;
  }
}
