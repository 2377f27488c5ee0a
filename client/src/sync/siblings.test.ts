import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  hasGap,
  observeActs,
  readBoard,
} from "@palabre/shared/documents";
import { newCardId, newPersonId } from "@palabre/shared/terms";
import fc from "fast-check";
import { expect, it, onTestFinished, vi } from "vitest";
import { openSiblings } from "./siblings.ts";

const person = newPersonId();
let boards = 0;

/** Tabs of one board, each with a line to a server that keeps what it is sent. */
function openTabs(count: number) {
  boards += 1;
  const server = createBoardDoc();
  const tabs = Array.from({ length: count }, () => {
    const doc = createBoardDoc();
    const provider = { wsconnected: true };
    const siblings = openSiblings(`siblings ${boards}`, () => ({ doc, provider }));
    onTestFinished(() => siblings.close());
    const meetServer = () => {
      applyUpdate(server, encodeDoc(doc));
      applyUpdate(doc, encodeDoc(server));
    };
    observeActs(doc, (_, update) => {
      siblings.made(update);
      if (provider.wsconnected) applyUpdate(server, update);
    });
    return {
      doc,
      close: () => siblings.close(),
      write: () => {
        const id = newCardId();
        applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text: id, at: 1, by: person }]);
        return id;
      },
      cut: () => {
        provider.wsconnected = false;
        siblings.ask();
      },
      mend: () => {
        provider.wsconnected = true;
        meetServer();
      },
    };
  });
  const cardsOf = ({ doc }: { doc: Parameters<typeof readBoard>[0] }) => [...readBoard(doc).cards.keys()].toSorted();
  return { tabs, server, cardsOf };
}

it("[O5] tabs without a line show each other's changes, those of before they asked and those of after", async () => {
  const { tabs, cardsOf } = openTabs(2);
  const [one, two] = tabs;
  if (!one || !two) throw new Error("there are two");
  one.cut();
  const before = one.write();
  two.cut();
  const after = two.write();
  for (const tab of tabs) await vi.waitFor(() => expect(cardsOf(tab)).toEqual([before, after].toSorted()));
});

it("[O5] a tab that has its line hears nothing from another: what it shows has passed the server", async () => {
  const { tabs, cardsOf } = openTabs(3);
  const [one, two, three] = tabs;
  if (!one || !two || !three) throw new Error("there are three");
  one.cut();
  three.cut();
  const made = one.write();
  await vi.waitFor(() => expect(cardsOf(three)).toEqual([made]));
  expect(cardsOf(two)).toEqual([]);
});

it("[O5] whatever is written while lines go and come, tabs that are all cut off at last agree, without gaps", async () => {
  const step = fc.record({ tab: fc.nat(2), what: fc.constantFrom("write", "write", "cut", "mend") });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { tabs, cardsOf } = openTabs(3);
      const written: string[] = [];
      for (const { tab, what } of steps) {
        if (what === "write") written.push(tabs[tab]?.write() ?? "");
        else tabs[tab]?.[what as "cut" | "mend"]();
      }
      for (const tab of tabs) tab.cut();
      for (const tab of tabs) {
        await vi.waitFor(() => expect(cardsOf(tab)).toEqual(written.toSorted()));
        expect(hasGap(tab.doc)).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

it("[R90] a tab that was closed says nothing any more, and hears nothing, whatever else of it ends after", async () => {
  const { tabs, cardsOf } = openTabs(2);
  const [one, two] = tabs;
  if (!one || !two) throw new Error("there are two");
  one.cut();
  two.cut();
  one.close();
  expect(() => one.cut()).not.toThrow();
  const late = one.write();
  const made = two.write();
  expect(cardsOf(one)).toEqual([late]);
  expect(cardsOf(two)).toEqual([made]);
});
