import { newPersonId, type PersonId, type Role } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { COMEBACK_MS, type Other } from "../state/index.ts";
import { hereOrBack, type HereOrBack } from "./hereOrBack.ts";
import { participantsOf, readinessOf } from "./readinessOf.ts";

const [me, awa, bo, cleo] = [newPersonId(), newPersonId(), newPersonId(), newPersonId()];
const on = (person: PersonId, role: Role = "participant"): Other => ({
  client: 1,
  presence: { user: { person, name: "N", role, colour: 1 } },
});

it("[F124] all are ready once those have answered too whose line was cut, unless they stay away", () => {
  const check = { at: 5, ready: new Set([awa]) };
  let known: HereOrBack = new Map();
  const count = (now: number, others: readonly Other[], isConnected = true) => {
    known = hereOrBack(known, participantsOf(others), isConnected, now);
    const { ready, asked } = readinessOf(check, known, { person: me, role: "facilitator" });
    return [ready, asked];
  };
  const all = [on(awa), on(awa), on(bo), on(cleo, "viewer")];
  expect(count(0, all)).toEqual([1, 2]);
  // the server begins again, and the facilitator's page is back before the others
  expect(count(1_000, [], false)).toEqual([1, 2]);
  expect(count(30_000, [])).toEqual([1, 2]);
  expect(count(31_000, [on(awa)])).toEqual([1, 2]);
  expect(count(30_000 + COMEBACK_MS, [on(awa)])).toEqual([1, 1]);
  expect(readinessOf(check, known, { person: me, role: "participant" })).toEqual({
    at: 5,
    ready: 1,
    asked: 2,
    amReady: false,
  });
});
