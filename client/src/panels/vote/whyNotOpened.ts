import { optionsAsked } from "@palabre/shared/facilitation/ballots";
import type { OpenBallot } from "@palabre/shared/protocol";
import type { BoardSnapshot, Phase } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { settingsAtFirst } from "./settingsAtFirst.ts";

/** The ballot that was planned for a step, with what its method begins with. */
export function plannedBallot({ method, on }: NonNullable<Phase["ballot"]>): OpenBallot {
  // links are weighed by their own method, and a plan for something else by it can only mean them
  const scope = method === "links" || on === "links" ? { links: "all" as const } : { kind: on };
  return { method, scope, settings: settingsAtFirst(method) };
}

/**
 * Why a ballot can't be opened on this board now, in a sentence; undefined when it can. The server says the same, but only after it was asked.
 * @param what it would be about, as the page calls it
 */
export function whyNotOpened(
  { method, scope }: Pick<OpenBallot, "method" | "scope">,
  what: string,
  snapshot: BoardSnapshot,
  { t }: Pick<Text, "t">,
): string | undefined {
  const asked = optionsAsked({ method, scope }, snapshot);
  if (asked.ok) return undefined;
  switch (asked.reason) {
    case "subject":
      return t("vote.linksOnly");
    case "few":
      if ("links" in scope) return t("vote.noLinks");
      return asked.needs === 1 ? t("vote.nothingThere", { what }) : t("vote.tooFew", { what });
    case "many": {
      const { n, max } = asked;
      return t("links" in scope ? "vote.tooManyLinks" : "vote.tooMany", { what, n, max });
    }
  }
}
