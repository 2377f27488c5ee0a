import type { Comment } from "@palabre/shared/terms";
import { speaksTo } from "../people/index.ts";
import { useBoard, useSnapshot, useWorkshop } from "../state/index.ts";
import { groupChanges, type PersonChanges } from "./groupChanges.ts";
import type { ChangedWhileAway } from "./awayWatch.ts";

/** How far the clock of who wrote a comment may be behind the server's. */
const LATE_MS = 5 * 60_000;

/** What others did, as it is told now, and how much of it speaks to this person. */
export function useChangedByOthers({ changes, since }: ChangedWhileAway): {
  readonly groups: readonly PersonChanges[];
  readonly n: number;
  readonly toMe: number;
} {
  const { me } = useBoard();
  const snapshot = useSnapshot();
  const { people } = useWorkshop();
  const myName = people.get(me.person)?.name ?? me.name;
  const names = [...Array.from(people.values(), ({ name }) => name), myName];
  const isToMe = ({ at, text, attributes }: Comment): boolean =>
    at > since - LATE_MS &&
    attributes.trashedAt === undefined &&
    attributes.resolvedAt === undefined &&
    speaksTo(text, myName, names);
  const groups = groupChanges(changes, snapshot, isToMe);
  const things = groups.flatMap(({ frames }) => frames.flatMap((frame) => frame.things));
  return {
    groups,
    n: things.length,
    toMe: things.filter(({ did }) => did.includes("commentedToMe")).length,
  };
}
