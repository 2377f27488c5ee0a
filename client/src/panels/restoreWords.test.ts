import { newCardId, newCommentId, newLinkId, type BoardComparison, type ComparedCard } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { restoreWords } from "./restoreWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const none = { added: [], removed: [], changed: [] };
const card = (): ComparedCard => ({ id: newCardId(), kind: "note", title: "Trust", position: [0, 0] });
const link = () => ({ id: newLinkId(), from: card(), to: card() });
const comment = () => ({ id: newCommentId(), on: newCardId(), title: "Trust", text: "Really?" });

describe("what a restore will change", () => {
  it("[H23] cards, links and comments are each counted as what they are", () => {
    const comparison: BoardComparison = {
      cards: { added: [card()], removed: [card(), card()], changed: [{ ...card(), facts: ["text"] }] },
      links: { added: [link()], removed: [link()], changed: [] },
      comments: { added: [comment(), comment(), comment()], removed: [comment()], changed: [] },
    };
    expect(restoreWords(comparison, en)).toEqual([
      "2 cards come back.",
      "1 card goes to the trash.",
      "1 card is set back to what it was.",
      "2 links go, come back or change.",
      "3 comments go to the trash.",
      "1 comment comes back or changes.",
    ]);
  });

  it("[H23] comments alone are comments, and a link alone is not said to change “too”", () => {
    const said = (changed: Partial<BoardComparison>) =>
      [en, fr].map((text) => restoreWords({ cards: none, links: none, comments: none, ...changed }, text));
    expect(said({ comments: { ...none, added: [comment(), comment()] } })).toEqual([
      ["2 comments go to the trash."],
      ["2 commentaires vont à la corbeille."],
    ]);
    expect(said({ comments: { ...none, changed: [{ ...comment(), facts: ["resolvedAt"] }] } })).toEqual([
      ["1 comment comes back or changes."],
      ["1 commentaire revient ou change."],
    ]);
    expect(said({ links: { ...none, removed: [link()] } })).toEqual([
      ["1 link goes, comes back or changes."],
      ["1 lien part, revient ou change."],
    ]);
  });
});
