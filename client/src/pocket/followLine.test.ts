import { AppError } from "@palabre/shared/errors";
import { expect, it, onTestFinished, vi } from "vitest";
import { followLine } from "./followLine.ts";

const bodyOf = (...blocks: readonly string[]): ReadableStream<Uint8Array> =>
  new Response(blocks.map((block) => `${block}\n\n`).join("")).body!;
const beat = 'event: beat\ndata: {"at":1}';

it("[K16] who was sent off hears that and nothing of the network, and follows again once they are let back in", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const said: string[] = [];
  let isRemoved = false;
  let tries = 0;
  const line = followLine(
    async (_, signal) => {
      tries += 1;
      if (isRemoved) throw new AppError("removed", "sent off");
      if (tries > 1) {
        const stays = new ReadableStream<Uint8Array>({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(`${beat}\n\n`));
            signal.addEventListener("abort", () => controller.error(new AppError("unreachable", "hung up")));
          },
        });
        return stays;
      }
      isRemoved = true;
      return bodyOf(beat, "event: over\ndata: {}");
    },
    {
      live: (isLive) => void said.push(isLive ? "live" : "lost"),
      told: () => {},
      refused: ({ code }) => void said.push(code),
    },
  );
  onTestFinished(() => line.close());
  await vi.advanceTimersByTimeAsync(10);
  expect(said).toEqual(["live", "removed"]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said.every((each) => each !== "lost")).toBe(true);
  isRemoved = false;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said.at(-1)).toBe("live");
  expect(tries).toBeLessThan(6);
});
