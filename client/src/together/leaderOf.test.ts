import { newPersonId, type PersonId, type Place } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Other } from "../state/index.ts";
import { leaderOf } from "./leaderOf.ts";

const [me, awa, bo, cleo] = [newPersonId(), newPersonId(), newPersonId(), newPersonId()];
const place: Place = [0, 0, 800, 600];
let client = 0;
const tab = (person: PersonId, shown: Partial<Other["presence"]> = {}): Other => ({
  client: (client += 1),
  presence: { user: { person, name: "N", role: "participant", colour: 1 }, ...shown },
});

describe("whom a screen goes with", () => {
  it("[F65] is the one who is followed, at the tab that shows a view", () => {
    expect(leaderOf(awa, me, [tab(bo), tab(awa), tab(awa, { view: place })])).toEqual({ type: "here", view: place });
    expect(leaderOf(awa, me, [tab(awa)])).toEqual({ type: "here", view: undefined });
    expect(leaderOf(awa, me, [tab(bo)])).toEqual({ type: "gone" });
  });

  it("[F65] is whom that one follows in turn, and nobody in a circle", () => {
    const chain = [tab(awa, { following: bo }), tab(bo, { following: cleo }), tab(cleo, { view: place })];
    expect(leaderOf(awa, me, chain)).toEqual({ type: "here", view: place });
    // of whom the one followed goes with, the line may be cut
    expect(leaderOf(awa, me, [tab(awa, { following: bo })])).toEqual({ type: "here", view: undefined });
    expect(leaderOf(awa, me, [tab(awa, { following: me })])).toEqual({ type: "circle" });
    expect(leaderOf(awa, me, [tab(awa, { following: bo }), tab(bo, { following: awa })])).toEqual({ type: "circle" });
  });
});
