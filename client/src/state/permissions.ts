import type { Workshop } from "@palabre/shared/documents";
import { mayDo, mayFacilitate, mayWrite, type Deed, type Forbidden } from "@palabre/shared/facilitation";
import type { BoardFacts } from "@palabre/shared/protocol";
import { CARD_KINDS, currentPhase, type BoardRules, type CardKind, type ThingId } from "@palabre/shared/terms";

/** What one person may do on a board, as its rules and its step are at the moment of asking; said in words where `BoardState` has the same. */
export interface Permissions {
  /** why the rules forbid a deed; undefined when they don't */
  forbids(deed: Deed): Forbidden | undefined;
  whyReadOnly(): "role" | "muted" | "frozen" | undefined;
  hasFewTools(): boolean;
  mayRemark(): boolean;
  offers(deed: Deed): boolean;
  kindToAdd(usual: CardKind): CardKind;
  isLockedByFacilitator(thing: ThingId): boolean;
}

export function createPermissions(me: BoardFacts, workshop: () => Workshop): Permissions {
  const isFacilitator = mayFacilitate(me.role);
  const phaseNow = () => currentPhase(workshop().agenda, workshop().now);
  const writesInSilence = () => phaseNow()?.writing === "silent" && !isFacilitator;
  const isAllowed = (deed: Deed): boolean => {
    const { rules } = workshop();
    const phase = phaseNow();
    // what is written in silence goes to one's drafts, whatever the board takes
    const isDrafted = deed.type === "addCard" && writesInSilence();
    return forbiddenBy(isDrafted ? { ...rules, phase: phase?.may } : rules, me, deed) === undefined;
  };
  // the board keeps the files of images: one would still be there when the draft that it was for is gone
  const isKeptBeyondDraft = (deed: Deed) => deed.type === "addCard" && deed.kind === "image" && writesInSilence();
  const hasFewTools = () => !isFacilitator && phaseNow()?.fewTools === true;
  return {
    forbids: (deed) => forbiddenBy(workshop().rules, me, deed),
    whyReadOnly: () => {
      if (!mayWrite(me.role, "board")) return "role";
      if (isFacilitator) return undefined;
      const { muted, frozen } = workshop().rules;
      return muted.has(me.person) ? "muted" : frozen ? "frozen" : undefined;
    },
    hasFewTools,
    mayRemark: () => isAllowed({ type: "addComment" }),
    offers: (deed) => !isKeptBeyondDraft(deed) && (!hasFewTools() || isAllowed(deed)),
    kindToAdd: (usual) => [usual, ...CARD_KINDS].find((kind) => isAllowed({ type: "addCard", kind })) ?? usual,
    isLockedByFacilitator: (thing) => !isFacilitator && workshop().rules.locks.has(thing),
  };
}

/** The same under rules that are not those of now. */
export function forbiddenBy(rules: BoardRules, me: BoardFacts, deed: Deed): Forbidden | undefined {
  const permission = mayDo(deed, me, rules);
  return permission.ok ? undefined : permission.reason;
}
