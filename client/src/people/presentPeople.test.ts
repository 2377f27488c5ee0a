import { describe, expect, it } from "vitest";
import { newPersonId, type PersonId } from "@palabre/shared/terms";
import { arrivals, initialsOf, presentPeople } from "./presentPeople.ts";

const me = { person: newPersonId(), name: "Zoé", role: "facilitator", colour: 1 } as const;
const other = (client: number, name: string, person: PersonId = newPersonId()) => ({
  client,
  presence: { user: { person, name, role: "participant", colour: 2 } as const },
});

describe("who is here", () => {
  it("[P8] me first, then each other person once, by name", () => {
    const amina = newPersonId();
    const people = presentPeople(
      me,
      [other(3, "Yann"), other(1, "Amina", amina), other(2, "Amina", amina), other(9, "Zoé", me.person)],
      "fr",
    );
    expect(people.map(({ name, isMe }) => [name, isMe])).toEqual([
      ["Zoé", true],
      ["Amina", false],
      ["Yann", false],
    ]);
  });
  it("[K15] who has a phone and a page is here once, and can be followed; who has a phone alone can't", () => {
    const [page, phone] = [other(1, "Amina"), other(2, "Yann")];
    const onPhone = ({ presence }: typeof page) => ({ client: 9, presence: { ...presence, phone: true } as const });
    for (const others of [
      [page, onPhone(page), onPhone(phone)],
      [onPhone(phone), onPhone(page), page],
    ])
      expect(presentPeople(me, others, "fr").map(({ name, isOnPhone }) => [name, isOnPhone])).toEqual([
        ["Zoé", false],
        ["Amina", false],
        ["Yann", true],
      ]);
  });
  it("[P8] arrivals name who came and who went", () => {
    const yann = other(1, "Yann");
    const odile = other(2, "Odile");
    const { came, went } = arrivals(presentPeople(me, [yann], "fr"), presentPeople(me, [odile], "fr"));
    expect([came.map(({ name }) => name), went.map(({ name }) => name)]).toEqual([["Odile"], ["Yann"]]);
  });
  it("[P8] an avatar shows two letters and never cuts one", () => {
    expect(["Héron calme", "É", "👩‍🔧Odile"].map(initialsOf)).toEqual(["Hé", "É", "👩‍🔧O"]);
  });
});
