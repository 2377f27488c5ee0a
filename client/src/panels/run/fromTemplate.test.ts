import { templateContents } from "@palabre/shared/facilitation/library";
import { newCardId, TEMPLATES } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { listedOf, phasesOf } from "./fromTemplate.ts";

it.each(TEMPLATES)(
  "[B146] all of the template %s comes onto a board: what lies in frames, what is linked, what steps look at",
  (name) => {
    const contents = templateContents(name, "fr", 0);
    const { cards, links } = listedOf(contents);
    const keys = contents.cards.map(({ key }) => key);
    expect(cards.map(({ within }) => (within === undefined ? undefined : keys[within]))).toEqual(
      contents.cards.map((card) => card.in),
    );
    expect(links.map(({ from, to, attributes }) => ({ from: keys[from], to: keys[to], ...attributes }))).toEqual(
      contents.links,
    );
    const ids = new Map(keys.map((key) => [key, newCardId()]));
    const phases = phasesOf(contents, (key) => ids.get(key));
    expect(phases.map(({ look }) => look)).toEqual(
      contents.agenda.map(({ look }) => (look === undefined ? undefined : ids.get(look))),
    );
    expect(new Set(phases.map(({ id }) => id)).size).toBe(contents.agenda.length);
  },
);
