import { describe, expect, it } from "vitest";
import { AppError } from "@palabre/shared/errors";
import { textIn } from "../../i18n/index.ts";
import type { AgendaDraft } from "./agendaEdits.ts";
import { troubleWords, watchAgenda } from "./watchAgenda.ts";

const well: AgendaDraft = { phases: [], waiting: 0, isMet: false, fault: undefined };
const met: AgendaDraft = { ...well, waiting: 1, isMet: true };
const lost: AgendaDraft = { ...well, waiting: 2, fault: new AppError("unreachable", "nobody answers") };

/** Edits that are as they are told to be, under a panel that is opened and closed. */
function openWatch() {
  const on = { edits: () => {}, panel: () => {} };
  let draft = well;
  let isOpen = false;
  const told: AgendaDraft[] = [];
  const waiting: number[] = [];
  watchAgenda(
    {
      get: () => draft,
      subscribe: (listener) => {
        on.edits = listener;
        return () => {};
      },
    },
    {
      isPanelOpen: () => isOpen,
      onPanel: (listener) => void (on.panel = listener),
      tell: (trouble) => void told.push(trouble),
      onWaiting: (n) => void waiting.push(n),
    },
  );
  return {
    told,
    waiting,
    become: (next: AgendaDraft) => {
      draft = next;
      on.edits();
    },
    panel: (now: boolean) => {
      isOpen = now;
      on.panel();
    },
  };
}

describe("the agenda while its panel is closed", () => {
  it("[F128] that an edit was not saved, or met another's, is told once where the panel is closed", () => {
    const { told, become, panel } = openWatch();
    become({ ...well, waiting: 1 });
    expect(told).toEqual([]);
    become(met);
    become({ ...met, waiting: 2 });
    expect(told).toEqual([met]);
    become(well);
    become(lost);
    expect(told).toEqual([met, lost]);
    panel(true);
    become(well);
    become(met);
    expect(told).toHaveLength(2);
  });

  it("[F128] who closes the panel while something is not saved is told, each time", () => {
    const { told, become, panel } = openWatch();
    panel(true);
    become(lost);
    expect(told).toEqual([]);
    panel(false);
    panel(true);
    panel(false);
    expect(told).toEqual([lost, lost]);
  });

  it("[F128] how much waits is known to the page, which is not left unasked", () => {
    const { waiting, become } = openWatch();
    become({ ...well, waiting: 1 });
    become(lost);
    become(well);
    expect(waiting).toEqual([1, 2, 0]);
  });

  it("[F128] it is told in the words of the panel", async () => {
    const en = await textIn("en", "en-GB");
    expect(troubleWords(well, en)).toBeUndefined();
    expect(troubleWords(met, en)).toMatch(/^Somebody else has just changed the same/);
    expect(troubleWords(lost, en)).toMatch(/^2 changes of the agenda are not saved yet\. ./);
  });
});
