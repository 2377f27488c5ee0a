import { BALLOT_METHODS, BALLOT_SUBJECTS, type BallotMethod, type Phase } from "@palabre/shared/terms";

type Plan = NonNullable<Phase["ballot"]>;

const [USUAL_METHOD] = BALLOT_METHODS;
const [USUAL_SUBJECT] = BALLOT_SUBJECTS;

/** The plan with another method: links have their own, which weighs nothing else. */
export const byMethod = (method: BallotMethod, before: Plan | undefined): Plan => {
  if (method === "links") return { method, on: "links" };
  return { method, on: before === undefined || before.on === "links" ? USUAL_SUBJECT : before.on };
};

/** The plan about something else, by a method that can ask about it. */
export const aboutSubject = (on: Plan["on"], { method }: Plan): Plan => {
  if (on === "links") return { method: "links", on };
  return { method: method === "links" ? USUAL_METHOD : method, on };
};
