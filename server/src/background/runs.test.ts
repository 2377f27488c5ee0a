import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openRuns } from "./runs.ts";

/** Runs whose job ends when told to, on a clock that is turned by hand. */
function openHeldRuns() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const jobs: { end: () => void; fail: () => void }[] = [];
  const failures: unknown[] = [];
  const runs = openRuns(
    () => new Promise((resolve, reject) => jobs.push({ end: resolve, fail: () => reject(new Error("failed")) })),
    (error) => failures.push(error),
  );
  const settle = async (ms = 60) => {
    await vi.advanceTimersByTimeAsync(ms);
  };
  return { runs, jobs, failures, settle };
}

describe("runs of one job", () => {
  it("[N10] begin soon after they are wanted, however often, and are not put off", async () => {
    const { runs, jobs, settle } = openHeldRuns();
    for (let at = 0; at < 6; at += 1) {
      runs.want();
      await settle(10);
    }
    expect(jobs.length).toBe(1);
  });

  it("[N10] are done once more when wanted meanwhile, and never two at a time", async () => {
    const { runs, jobs, settle } = openHeldRuns();
    runs.want();
    await settle();
    runs.want();
    runs.wantNow();
    await settle(1_000);
    expect(jobs.length).toBe(1);
    jobs[0]?.end();
    await settle();
    expect(jobs.length).toBe(2);
    jobs[1]?.end();
    await settle(100_000);
    expect(jobs.length).toBe(2);
  });

  it("[N13] are tried again after a failure: late, or at once on news", async () => {
    const { runs, jobs, failures, settle } = openHeldRuns();
    runs.want();
    await settle();
    jobs[0]?.fail();
    await settle(1_000);
    runs.want();
    await settle(1_000);
    expect([jobs.length, failures.length]).toEqual([1, 1]);
    runs.wantNow();
    await settle();
    expect(jobs.length).toBe(2);
    jobs[1]?.fail();
    await settle(10_000);
    expect(jobs.length).toBe(3);
  });

  it("[N10] end with the one that runs when closed", async () => {
    const { runs, jobs, settle } = openHeldRuns();
    runs.want();
    await settle();
    let ended = false;
    const closed = Promise.all([runs.close(), runs.close()]).then(() => (ended = true));
    runs.want();
    await settle(1_000);
    expect([ended, runs.closed]).toEqual([false, true]);
    jobs[0]?.end();
    await closed;
    await settle(100_000);
    expect(jobs.length).toBe(1);
  });
});
