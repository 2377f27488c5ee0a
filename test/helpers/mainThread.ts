import type { Page } from "playwright-core";

/** What one task of a page's main thread took. */
export interface Task {
  /** of the thread itself: other work on the machine doesn't count */
  readonly cpuMs: number;
  /** on the clock */
  readonly ms: number;
}

/** As far as the browser's trace is read. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Watches the main threads of all pages of the page's browser; the call that ends it gives their tasks. */
export async function watchMainThread(page: Page): Promise<() => Promise<readonly Task[]>> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  return async () => {
    const isWhole = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
    await session.send("Tracing.end");
    await isWhole;
    await session.detach();
    const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
    const mains = new Set(
      events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf),
    );
    // tasks may nest, and then the outer one has it all
    return events
      .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && mains.has(threadOf(event)))
      .map(({ dur = 0, tdur }) => ({ ms: dur / 1_000, cpuMs: (tdur ?? dur) / 1_000 }));
  };
}
