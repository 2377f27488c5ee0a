import { AppError } from "@palabre/shared/errors";
import { expect, it } from "vitest";
import { settle } from "./settle.ts";

it("[L177] what came of a form is told by itself once the form was left, a refusal too, and else by the form", async () => {
  const told: unknown[] = [];
  const fault = new AppError("csv-empty", "no row");
  let isLeft = false;
  const form = {
    isLeft: () => isLeft,
    onAnswer: (answer: string) => told.push(["shown", answer]),
    onLeft: (answer: string) => told.push(["left", answer]),
    onLeftFault: (cause: unknown) => told.push(["left", cause]),
  };
  await settle(Promise.resolve("read"), form);
  await expect(settle(Promise.reject(fault), form)).rejects.toBe(fault);
  const answers = [Promise.resolve("read"), Promise.reject(fault)].map((asked) => settle(asked, form));
  isLeft = true;
  await Promise.all(answers);
  expect(told).toEqual([
    ["shown", "read"],
    ["left", "read"],
    ["left", fault],
  ]);
});
