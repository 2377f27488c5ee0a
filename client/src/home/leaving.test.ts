import { AppError, type ErrorCode } from "@palabre/shared/errors";
import { newBoardId, type BoardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createLeaving } from "./leaving.ts";

const board = newBoardId();

/** A device on the home page; the server answers when it is told to. */
function device({ hasNetwork = true } = {}) {
  const told: string[] = [];
  const asked: { readonly resolve: () => void; readonly reject: (fault: AppError) => void }[] = [];
  let toast: { readonly onUndo: () => void; readonly onLapse: () => void } | undefined;
  const pages = new Set<() => void>();
  const routes = new Set<(board: BoardId) => void>();
  const watch = <T>(listeners: Set<T>, listener: T): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const leaving = createLeaving({
    forget: (_, { keepalive } = { keepalive: false }) => {
      told.push(keepalive ? "asked, as the page goes" : "asked");
      return new Promise((resolve, reject) => asked.push({ resolve, reject }));
    },
    erase: () => told.push("erased"),
    show: (shown) => {
      toast = shown;
      // as toasts do: one that is taken away lapses
      return () => shown.onLapse();
    },
    whenOpened: (listener) => watch(routes, listener),
    whenPageGoes: (listener) => watch(pages, listener),
    hasNetwork: () => hasNetwork,
  });
  leaving.forgetSoon(board, { text: "", undo: "", onFault: () => told.push("failed") });
  const answer = async (code?: ErrorCode): Promise<void> => {
    const [first] = asked.splice(0);
    if (code === undefined) first?.resolve();
    else first?.reject(new AppError(code, ""));
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    leaving,
    told,
    answer,
    lapse: () => toast?.onLapse(),
    undo: () => toast?.onUndo(),
    open: (opened = board) => {
      for (const listener of routes) listener(opened);
    },
    pageGoes: () => {
      for (const listener of pages) listener();
    },
    isListed: () => !leaving.hidden().has(board),
    watched: () => routes.size + pages.size,
  };
}

describe("a board that is removed from this device", () => {
  it("[A41] is erased once the server let go of it, and not before", async () => {
    const { lapse, told, answer, isListed, watched } = device();
    expect([isListed(), told]).toEqual([false, []]);
    lapse();
    expect(told).toEqual(["asked"]);
    await answer();
    expect(told).toEqual(["asked", "erased"]);
    expect([isListed(), watched()]).toEqual([false, 0]);
  });

  it.each(["no-session", "refused", "removed", "unknown-board"] as const)(
    "[A41] is erased where the server says %s: it is not this device’s any more",
    async (code) => {
      const { lapse, told, answer } = device();
      lapse();
      await answer(code);
      expect(told).toEqual(["asked", "erased"]);
    },
  );

  it("[A41] is listed again with all that is kept of it where the server can’t be asked", async () => {
    const { lapse, told, answer, isListed, watched } = device();
    lapse();
    await answer("unreachable");
    expect(told).toEqual(["asked", "failed"]);
    expect([isListed(), watched()]).toEqual([true, 0]);
  });

  it("[A41] goes with the page, which hears no answer; without a network it stays", () => {
    const here = device();
    here.pageGoes();
    here.lapse();
    expect(here.told).toEqual(["erased", "asked, as the page goes"]);
    const away = device({ hasNetwork: false });
    away.pageGoes();
    away.lapse();
    expect([away.told, away.isListed(), away.watched()]).toEqual([[], true, 0]);
  });

  it("[A41] goes with the page that goes while the server is asked: that question ends with it", async () => {
    const { lapse, pageGoes, told, answer, isListed } = device();
    lapse();
    pageGoes();
    expect(told).toEqual(["asked", "erased", "asked, as the page goes"]);
    // the first answer is of a question that the browser gave up
    await answer("unreachable");
    expect([told.length, isListed()]).toEqual([3, false]);
  });

  it("[A42] stays when that is undone, or when it is opened before it left", () => {
    for (const way of ["undo", "open"] as const) {
      const one = device();
      one.open(newBoardId());
      expect(one.isListed()).toBe(false);
      one[way]();
      one.lapse();
      one.pageGoes();
      expect([one.told, one.isListed(), one.watched()]).toEqual([[], true, 0]);
    }
  });

  it.each([undefined, "unreachable"] as const)(
    "[A42] keeps what it has where somebody went in again while the server was asked (%s)",
    async (code) => {
      const { lapse, open, told, answer, isListed } = device();
      lapse();
      open();
      await answer(code);
      expect([told, isListed()]).toEqual([["asked"], true]);
    },
  );

  it("[A42] is not listed on the home page that is opened meanwhile, and is the server’s to tell once it is gone", async () => {
    const { leaving, lapse, answer, isListed } = device();
    leaving.dropGone();
    expect(isListed()).toBe(false);
    lapse();
    await answer();
    expect(isListed()).toBe(false);
    leaving.dropGone();
    expect(isListed()).toBe(true);
  });
});
