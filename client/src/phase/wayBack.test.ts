import { newPhaseId, type Phase } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { wayBack } from "./wayBack.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const welcome: Phase = { id: newPhaseId(), title: { en: "Welcome", fr: "Accueil" }, instruction: {}, minutes: 10 };

describe("the way back after a step was left", () => {
  it("[F132] is called what it does, and says that the time of the step begins again", () => {
    expect(wayBack(welcome, en)).toEqual({
      label: "Back to “Welcome”",
      said: "“Welcome” has begun again for everybody, with all its time",
    });
    expect(wayBack(welcome, fr)).toEqual({
      label: "Revenir à « Accueil »",
      said: "« Accueil » a recommencé pour tout le monde, avec tout son temps",
    });
  });

  it("[F132] says nothing of time where the step has none, and takes back what began from no step", () => {
    const { minutes: _, ...open } = welcome;
    expect(wayBack(open, en).said).toBe("“Welcome” has begun for everybody");
    expect(wayBack(undefined, en)).toEqual({ label: "Undo", said: undefined });
  });
});
