import { expect, it } from "vitest";
import { FRENCH } from "./status.fr.ts";

it("the operator's page has in French a narrow space before ? ! : ; % and typographic apostrophes, as all other texts", () => {
  const wrong = /[^\u202f?!]([?!;%]|:(?!\/))|«[^\u202f]|[^\u202f]»|'/;
  expect(Object.values<string>(FRENCH).filter((words) => wrong.test(words))).toEqual([]);
});
