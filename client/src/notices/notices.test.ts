import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  openBoardView,
  type Edit,
} from "@palabre/shared/documents";
import { newCardId, newCommentId, newLinkId, newPersonId, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { gatherNotices, type Notice } from "./gatherNotices.ts";
import { isNear } from "./isNear.ts";
import { noticeWords } from "./noticeWords.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");
const [me, amina] = [newPersonId(), newPersonId()];
const [mine, trust, frame, link] = [newCardId(), newCardId(), newCardId(), newLinkId()];

/** Two copies of a board: what the other does is gathered on this one. */
function meeting() {
  const [here, there] = [createBoardDoc(), createBoardDoc()];
  const view = openBoardView(here);
  const did: Notice[][] = [];
  view.subscribe((change) => did.push([...gatherNotices(change, view.snapshot)]));
  const card = (id: CardId, kind: "factor" | "frame", text: string, by = amina): Edit => ({
    type: "addCard",
    id,
    kind,
    position: [0, 0],
    text,
    by,
    at: 1,
  });
  const acts = (...edits: Edit[]): readonly Notice[] => {
    applyEdits(there, edits);
    applyUpdate(here, encodeDoc(there));
    return did.at(-1) ?? [];
  };
  return { here, there, view, acts, card, did };
}

describe("what others did", () => {
  it("[E1] is told once a thing, with who did it, and nothing of what one did oneself", () => {
    const { here, there, view, acts, card, did } = meeting();
    const nameOf = (client: number) => (client === there.clientID ? "Amina" : undefined);
    const say = (notices: readonly Notice[], text = en) => noticeWords(notices, view.snapshot(), nameOf, text);
    expect(say(acts(card(trust, "factor", "Trust")))).toBe("Amina added “Trust”.");
    expect(say(acts(card(frame, "frame", "Choices"), card(mine, "factor", "Time", me)))).toMatch(
      /^Amina added “(Choices|Time)”\. 1 more change\.$/,
    );
    expect(
      say(
        acts(
          { type: "moveCards", moves: [{ card: trust, to: [9, 9] }] },
          { type: "setAttributes", on: trust, values: { frame } },
        ),
      ),
    ).toBe("Amina moved “Trust” into “Choices”.");
    expect(say(acts({ type: "addLink", id: link, from: trust, to: mine, polarity: "-", by: amina, at: 1 }), fr)).toBe(
      "Amina a dit que «\u202fTrust\u202f» freine «\u202fTime\u202f».",
    );
    expect(say(acts({ type: "addComment", id: newCommentId(), on: trust, text: "Really?", by: amina, at: 1 }))).toBe(
      "Amina commented on “Trust”.",
    );
    expect(say(acts({ type: "trash", things: [trust], at: 2 }))).toBe("Amina deleted “Trust”.");
    expect(say(acts({ type: "bringBack", things: [trust] }))).toMatch(/^(Amina|Somebody) brought “Trust” back\.$/);
    const before = did.length;
    applyEdits(here, [{ type: "moveCards", moves: [{ card: trust, to: [1, 1] }] }]);
    expect(did.slice(before)).toEqual([[]]);
    expect(say([])).toBeUndefined();
  });

  it("[E19] what is said of a link, or set on it, is told as that; only its effect is told as a judgement", () => {
    const { there, view, acts, card } = meeting();
    const nameOf = (client: number) => (client === there.clientID ? "Amina" : undefined);
    const say = (notices: readonly Notice[], text = en) => noticeWords(notices, view.snapshot(), nameOf, text);
    acts(card(trust, "factor", "Trust"), card(mine, "factor", "Time", me));
    acts({ type: "addLink", id: link, from: trust, to: mine, polarity: "+", by: amina, at: 1 });
    const comment = (): Edit => ({
      type: "addComment",
      id: newCommentId(),
      on: link,
      text: "Really?",
      by: amina,
      at: 1,
    });
    const set = (values: Extract<Edit, { type: "setAttributes" }>["values"]): Edit => ({
      type: "setAttributes",
      on: link,
      values,
    });
    expect(say(acts(comment()))).toBe("Amina commented on the link from “Trust” to “Time”.");
    expect(say(acts(comment()), fr)).toBe("Amina a commenté le lien de «\u202fTrust\u202f» à «\u202fTime\u202f».");
    expect(say(acts(set({ label: "in time" })))).toBe("Amina changed the link from “Trust” to “Time”.");
    expect(say(acts(set({ delay: true })), fr)).toBe(
      "Amina a changé le lien de «\u202fTrust\u202f» à «\u202fTime\u202f».",
    );
    expect(say(acts(set({ polarity: "-", label: "late" })))).toBe("Amina said that “Trust” hinders “Time”.");
  });

  it("[E2] near to one is where one stands, what is linked to it, and what one made", () => {
    const { view, acts, card } = meeting();
    const far = newCardId();
    acts(
      card(trust, "factor", "Trust"),
      card(mine, "factor", "Time", me),
      card(frame, "frame", "Choices"),
      card(far, "factor", "Far"),
    );
    acts({ type: "addLink", id: link, from: trust, to: frame, by: amina, at: 1 });
    const near = (thing: CardId | typeof link, here: readonly string[]) =>
      isNear(thing, new Set(here), me, view.snapshot());
    expect([
      near(mine, []),
      near(trust, []),
      near(trust, [trust]),
      near(trust, [frame]),
      near(link, [frame]),
      near(link, []),
      near(far, [trust]),
    ]).toEqual([true, false, true, true, true, false, false]);
  });

  it("[E1] a crowd of changes is a number", () => {
    const { view, acts, card } = meeting();
    const notices = acts(...Array.from({ length: 40 }, (_, i) => card(newCardId(), "factor", `${i}`)));
    expect(noticeWords(notices, view.snapshot(), () => "Amina", fr)).toBe("40 cartes et liens ont changé.");
  });
});
