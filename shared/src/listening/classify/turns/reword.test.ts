import { describe, expect, test } from "vitest";
import { markSentences } from "../mark.ts";
import { readExpectation, readSentiment } from "../index.ts";
import { reword } from "./reword.ts";

const said = (text: string, language: string): string => {
  const marked = markSentences(text);
  return reword(marked, language)?.marked ?? marked;
};

describe("what is said by its contrary", () => {
  test.each([
    ["Aucun problème, accueil impeccable", "fr"],
    ["Jamais déçu !", "fr"],
    ["Je ne suis pas déçu", "fr"],
    ["Rien à redire, parfait", "fr"],
    ["Je n'ai jamais eu le moindre souci avec eux", "fr"],
    ["Plus aucun bug depuis la mise à jour", "fr"],
    ["Inscription faite sans difficulté", "fr"],
    ["Zéro retard cette année", "fr"],
    ["Ni panne ni lenteur en trois ans", "fr"],
    ["On ne peut pas rêver mieux", "fr"],
    ["Je n'ai pas de quoi me plaindre", "fr"],
    ["Vous ne regretterez pas", "fr"],
    ["Rien à améliorer, continuez comme ça.", "fr"],
    ["Je n’ai rien à ajouter, tout est là", "fr"],
    ["Rien ne manque, tout est clair", "fr"],
    ["Il ne manque rien à cette salle", "fr"],
    ["Pas besoin de changer quoi que ce soit", "fr"],
    ["Nothing to improve, keep going", "en"],
    ["There is nothing I would change about it", "en"],
    ["Nothing is missing, everything is clear", "en"],
    ["No need to change anything", "en"],
    ["I can't complain", "en"],
    ["Nothing to complain about", "en"],
    ["Couldn't be better!", "en"],
    ["couldn't be happier", "en"],
    ["No problems at all", "en"],
    ["We haven't had a single issue since the update", "en"],
    ["You won't be disappointed", "en"],
    ["It runs without any trouble", "en"],
    ["Zero complaints from us", "en"],
    ["Nothing to criticise here", "en"],
  ])("[L151] %j (%s) is no expectation, and not felt as bad", (text, language) => {
    for (const kind of ["post", "review"]) {
      expect(readExpectation(text, language, { kind })).toMatchObject({ isExpectation: false });
    }
    expect(readSentiment(text, language).leansTo).not.toBe("negative");
  });

  test.each([
    ["Merci pour rien", "fr"],
    ["Thanks for nothing", "en"],
    ["Thank you so much for nothing", "en"],
  ])("[L151] %j (%s) is a problem, and felt as bad", (text, language) => {
    expect(readExpectation(text, language, { kind: "post" }).kind).toBe("problem");
    expect(readSentiment(text, language).leansTo).toBe("negative");
  });

  test.each([
    ["Ils n'ont rien fait pour améliorer la rue", "fr"],
    ["Il manque un banc", "fr"],
    ["Rien n'a changé depuis un an", "fr"],
    ["They have done nothing to improve it", "en"],
    ["A bench is missing", "en"],
    ["Aucune réponse à mon problème", "fr"],
    ["Il n'y a pas de solution", "fr"],
    ["Le problème n'est pas résolu", "fr"],
    ["Aucun problème n'a été réglé", "fr"],
    ["Aucun problème jusqu'à la mise à jour", "fr"],
    ["Il y a plus de problèmes qu'avant", "fr"],
    ["Ce n'est pas un problème de réseau", "fr"],
    ["Cela ne résout pas le problème", "fr"],
    ["Je n'ai jamais été aussi déçu", "fr"],
    ["J'aimerais une appli sans bug", "fr"],
    ["Impossible de l'ouvrir sans erreur", "fr"],
    ["Pourquoi ne peut-on pas faire mieux ?", "fr"],
    ["Merci de rien oublier", "fr"],
    ["No answer to my problem", "en"],
    ["No issue was ever fixed", "en"],
    ["No error message, it just stops", "en"],
    ["No problems until the update", "en"],
    ["I hope there are no more bugs", "en"],
    ["It never opens without an error", "en"],
    ["It is not a problem with my phone", "en"],
    ["Never been so disappointed", "en"],
    ["Please don't let me down", "en"],
    ["Why can't I complain to anyone?", "en"],
    ["It couldn't be worse", "en"],
    ["Thanks, nothing else", "en"],
  ])("[L151] %j (%s) says what it says", (text, language) => {
    expect(said(text, language)).toBe(markSentences(text));
  });

  test("[L61] reasons stand at the words that were written, before, in and behind such a turn", () => {
    const text = "Bravo, je n'ai jamais eu de souci ici. Il faudrait plus de bancs, rien à redire sinon";
    const places = readExpectation(text, "fr").because.map(({ start, end }) => text.slice(start, end));
    expect(places).toContain("Bravo");
    expect(places).toContain("Il faudrait plus");
    const alone = "Chez vous : jamais déçu";
    expect(readExpectation(alone, "fr").because).toEqual([{ start: 12, end: alone.length, rule: "praise" }]);
  });

  test("[L151] of an unknown language, turns of both are met", () => {
    expect(said("Aucun souci. No problem", "")).not.toMatch(/souci|problem/);
    expect(said("Kein Problem", "de")).toBe(markSentences("Kein Problem"));
  });
});
