import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";

describe("why a strategy is out, on its card", () => {
  it("[P68] is not guessed: it may be too dear, serve nothing, tie or need what is out", async () => {
    const [english, french] = await Promise.all([textIn("en", "en-GB"), textIn("fr", "fr-FR")]);
    expect([english, french].map(({ t }) => t("reasons.whyBudgetOut"))).toEqual([
      "This choice is not in that set.",
      "Ce choix n’en fait pas partie.",
    ]);
  });
});
