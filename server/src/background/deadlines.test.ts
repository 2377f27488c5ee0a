import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { openDeadlines } from "./deadlines.ts";

it("[F27] what is set while a deadline is being met holds, whatever that meeting says of it", async () => {
  let time = 0;
  const answers: ((at: number | undefined) => void)[] = [];
  const deadlines = openDeadlines<string>({
    meet: () => new Promise((resolve) => answers.push(resolve)),
    what: "timer",
    everyMs: 1,
    log: createLog("silent"),
    now: () => time,
  });
  onTestFinished(() => {
    for (const answer of answers) answer(undefined);
    return deadlines.close();
  });
  deadlines.set("board", 10);
  time = 10;
  await expect.poll(() => answers.length).toBe(1);
  deadlines.set("board", 20);
  answers[0]?.(undefined);
  await Promise.resolve();
  time = 20;
  await expect.poll(() => answers.length).toBe(2);
});
