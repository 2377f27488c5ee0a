import type { MapCard, MapLink, SignedMap } from "@palabre/shared/analysis/structure";

/** Whether two maps say the same: moving a card or writing in it leaves the map as it is. */
export const isSameMap = (a: SignedMap, b: SignedMap): boolean =>
  a === b ||
  (isSameList(a.cards, b.cards, isSameCard) &&
    isSameList(a.links, b.links, isSameLink) &&
    isSameList(a.silent ?? [], b.silent ?? [], isSameLink));

const isSameList = <T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return other !== undefined && isSame(one, other);
  });
const isSameCard = (a: MapCard, b: MapCard): boolean => a.id === b.id && a.kind === b.kind;
const isSameLink = (a: MapLink, b: MapLink): boolean =>
  a.id === b.id &&
  a.from === b.from &&
  a.to === b.to &&
  a.polarity === b.polarity &&
  a.strength === b.strength &&
  a.isDelayed === b.isDelayed;
