import type { MessageKey, Text } from "../i18n/index.ts";
import { kindWord } from "../figures/index.ts";
import { titleOf } from "@palabre/shared/terms";
import type { Told } from "../state/index.ts";

/** A change that could not be made, in words: what it was, why not, and the person's own text if there is one. */
export interface ToldWords {
  readonly what: string;
  readonly why: string;
  readonly text: string;
}

export function toldWords({ what, seen, reason }: Told, text: Text): ToldWords {
  const { t } = text;
  const named = titleOf({ text: seen.title });
  const title = named === "" ? t("told.untitled") : named;
  const words = (): string => {
    switch (what.type) {
      case "addCard":
        return t("told.addCard", { kind: kindWord({ kind: what.kind, attributes: what.attributes ?? {} }, text) });
      case "addLink":
        return t("told.addLink");
      case "addComment":
        return t("told.addComment", { title });
      case "moveCards":
        return t("told.move", { title });
      case "write":
        return t("told.write");
      case "setAttributes":
        if (!("trashedAt" in what.values)) return t("told.set", { title });
        return t(what.values["trashedAt"] === undefined ? "told.bringBack" : "told.trash", { title });
      case "trash":
        return t("told.trash", { title });
      case "bringBack":
        return t("told.bringBack", { title });
    }
  };
  return { what: words(), why: t(WHY.get(reason) ?? "told.whyRefused"), text: seen.text };
}

const WHY: ReadonlyMap<string, Extract<MessageKey, `${"told" | "board"}.why${string}`>> = new Map([
  ["role", "told.whyRole"],
  ["muted", "told.whyMuted"],
  ["frozen", "told.whyFrozen"],
  ["phase", "board.whyPhase"],
  ["not-yours", "board.whyNotYours"],
  ["locked", "told.whyLocked"],
  ["gone", "told.whyGone"],
  ["revealed", "told.whyRevealed"],
  ["moved-on", "told.whyMovedOn"],
  ["put-back", "told.whyPutBack"],
  ["too-large", "told.whyTooLarge"],
  ["value", "told.whyValue"],
  ["layout", "told.whyValue"],
]);
