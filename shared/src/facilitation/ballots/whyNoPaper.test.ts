import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, paperSchema, type Ballot, type Paper } from "../../terms/index.ts";
import { whyNoPaper, type PaperProblem } from "./whyNoPaper.ts";

const [a, b, c, other] = [newCardId(), newCardId(), newCardId(), newCardId()];
const [one, two] = [newLinkId(), newLinkId()];
const ballotOf = (method: Ballot["method"], settings: Ballot["settings"] = {}) => ({
  method,
  settings,
  options: (method === "links" ? [one, two] : [a, b, c]).map((on) => ({ on, title: "" })),
});
type Row = readonly [Ballot["method"], Ballot["settings"], Omit<Paper, "method">, PaperProblem | undefined];

describe("whyNoPaper", () => {
  it.each<Row>([
    ["dots", { budget: 5 }, { dots: { [a]: 3, [b]: 2 } }, undefined],
    ["dots", { budget: 5 }, { dots: { [a]: 3, [b]: 3 } }, "budget"],
    ["dots", { budget: 5, cap: 2 }, { dots: { [a]: 3 } }, "cap"],
    ["dots", { budget: 5 }, { dots: { [a]: 0 } }, "empty"],
    ["dots", { budget: 5 }, { dots: { [other]: 1 } }, "option"],
    ["dots", { budget: 5, mayAbstain: false }, { dots: { [a]: 1 } }, undefined],
    ["judgment", { grades: 5 }, { grades: { [a]: 4, [b]: 0 } }, undefined],
    ["judgment", { grades: 5 }, { grades: { [a]: 5 } }, "grade"],
    ["judgment", { grades: 5, mayAbstain: false }, { grades: { [a]: 4 } }, "incomplete"],
    ["ranked", {}, { tiers: [[b], [a, c]] }, undefined],
    ["ranked", {}, { tiers: [[b], [a, b]] }, "twice"],
    ["ranked", {}, { tiers: [] }, "empty"],
    ["pairwise", {}, { answers: [{ winner: a, loser: b }, { equal: [b, c] }] }, undefined],
    ["pairwise", {}, { answers: [{ winner: a, loser: a }] }, "pair"],
    ["pairwise", {}, { answers: [{ winner: a, loser: b }, { equal: [b, a] }] }, "twice"],
    ["pairwise", { mayAbstain: false }, { answers: [{ winner: a, loser: b }] }, undefined],
    ["agreement", {}, { answers: { [a]: 1, [b]: 0, [c]: -1 } }, undefined],
    ["rating", { rating: "importance" }, { ratings: { [a]: { importance: 5 } } }, undefined],
    ["rating", { rating: "importance" }, { ratings: { [a]: { present: "like", absent: "dislike" } } }, "rating"],
    ["rating", { rating: "importance" }, { ratings: { [a]: {} } }, "rating"],
    ["rating", { rating: "kano" }, { ratings: { [a]: { present: "like", absent: "dislike" } } }, undefined],
    ["rating", { rating: "kano" }, { ratings: { [a]: { present: "like" } } }, "rating"],
    ["consent", {}, { answers: { [a]: { say: "yes" }, [b]: { say: "objection", reason: "too dear" } } }, undefined],
    ["consent", {}, { answers: { [a]: { say: "objection" } } }, "reason"],
    [
      "links",
      {},
      { answers: { [one]: { polarity: "-", strength: 3 }, [two]: { polarity: "none", strength: 1 } } },
      undefined,
    ],
    ["links", {}, { answers: { [a]: { polarity: "-", strength: 3 } } }, "option"],
  ])("[V2] a paper answers its ballot or says why not: %s %o %o → %s", (method, settings, said, expected) => {
    // each row says what its method asks for
    const paper = { method, ...said } as Paper;
    expect(whyNoPaper(ballotOf(method, settings), paper)).toBe(expected);
    expect(paperSchema.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
  });

  it("[V2] a paper of another method is none", () => {
    expect(whyNoPaper(ballotOf("ranked"), { method: "agreement", answers: { [a]: 1 } })).toBe("method");
  });
});
