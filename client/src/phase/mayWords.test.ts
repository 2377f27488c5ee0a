import { describe, expect, it } from "vitest";
import { newPhaseId, type Phase, type RoleRules } from "@palabre/shared/terms";
import { textIn } from "../i18n/index.ts";
import { mayWords, privateWords, stepMayWords } from "./mayWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const rules = (more: Partial<RoleRules>): RoleRules => ({
  add: [],
  edit: "none",
  move: "none",
  trash: "none",
  link: false,
  comment: false,
  ...more,
});

const phase: Phase = { id: newPhaseId(), title: { en: "Write" }, instruction: {} };

describe("what may be done in a step", () => {
  it("[P96] is one sentence, to whom it is about and to who leads them", () => {
    const some = rules({ add: ["expectation", "note"], edit: "own", move: "all", trash: "own", link: true });
    expect(mayWords(some, en)).toBe(
      "You may add expectations and notes, move all cards, edit and delete your own cards, and link cards.",
    );
    expect(mayWords(some, fr)).toBe(
      "Vous pouvez ajouter des attentes et des notes, déplacer toutes les cartes, modifier et supprimer vos propres cartes, et relier des cartes.",
    );
    expect(mayWords(rules({ edit: "own", comment: true }), en, true)).toBe(
      "Participants may edit their own cards, and comment.",
    );
  });

  it("[P96] says that all may be done, that nothing may, and that a kind is one that this version does not know", () => {
    expect(mayWords(undefined, en)).toBe("You may do everything on the board.");
    const all = rules({ add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true });
    expect(mayWords(all, en)).toBe("You may do everything on the board.");
    expect(mayWords(rules({}), en, true)).toBe("Participants look on, and talk: they change nothing.");
    expect(mayWords(rules({ add: ["hologram", "riddle"] }), en)).toBe("You may add other cards.");
  });

  it("[P96] in silence nothing is promised on the board, and who watches is told so in every step", () => {
    const silent = { ...phase, writing: "silent" } as const;
    expect(stepMayWords(silent, en, "participant")).toBe("You may write cards of any kind, for your eyes only.");
    expect(stepMayWords(silent, fr, "facilitator")).toBe(
      "Les participants peuvent écrire des cartes de toute sorte, chacun pour ses yeux seulement.",
    );
    const notes = { ...silent, may: { participant: rules({ add: ["note"] }) } };
    expect(stepMayWords(notes, en, "participant")).toBe("You may add notes.");
    for (const each of [phase, silent, notes])
      expect(stepMayWords(each, en, "viewer")).toBe("You watch the workshop, and change nothing on the board.");
  });

  it("[P96] says what stays private, and whether names will show", () => {
    const phase = { id: newPhaseId(), title: { en: "Write" }, instruction: {} };
    expect(privateWords(phase, en, "participant")).toBe("Everybody sees what you write as you write it.");
    expect(privateWords({ ...phase, writing: "silent" }, en, "participant")).toMatch(/without any name\.$/);
    expect(privateWords({ ...phase, writing: "silent", signed: true }, fr, "participant")).toMatch(/avec votre nom\.$/);
  });

  it("[F98] tells who watches what others write, and never what becomes of what they would write themselves", () => {
    expect(privateWords(phase, en, "viewer")).toBe("");
    expect(privateWords({ ...phase, writing: "silent" }, en, "viewer")).toBe(
      "Each person writes unseen, until it is all revealed without any name.",
    );
    expect(privateWords({ ...phase, writing: "silent", signed: true }, fr, "viewer")).toBe(
      "Chaque personne écrit pour elle seule, jusqu’à ce que tout soit révélé avec les noms.",
    );
    expect(privateWords({ ...phase, may: { participant: rules({}) } }, en, "participant")).toBe("");
  });

  it("[F98] tells who is to answer a ballot so, and not that they look on", () => {
    const weigh: Phase = { ...phase, may: { participant: rules({}) }, ballot: { method: "dots", on: "expectation" } };
    expect(stepMayWords(weigh, fr, "participant")).toMatch(/^Répondez au vote/);
    expect(stepMayWords(weigh, en, "facilitator")).toBe("Participants answer the ballot, and change nothing else.");
    expect(stepMayWords(weigh, en, "viewer")).toBe("You watch the workshop, and change nothing on the board.");
  });
});
