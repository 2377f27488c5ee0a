import { AppError } from "@palabre/shared/errors";
import type { Voices } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { shownVoices } from "./shownVoices.ts";

const voices: Voices = { names: [], posts: 3, from: 0, to: 1 };
const fault = new AppError("internal", "the server is away");

it("[L179] the shares of one span are not shown under another, whose answer is awaited", () => {
  const answer = { days: 30, voices };
  expect(shownVoices(30, answer, undefined)).toEqual({ names: [], voices, fault: undefined, isBusy: false });
  expect(shownVoices(90, answer, undefined)).toEqual({ names: [], voices: undefined, fault: undefined, isBusy: true });
});

it("[L179] a span that could not be counted shows its fault and no shares, and another span not that fault", () => {
  const answer = { days: 30, voices };
  const failed = { days: 90, fault };
  expect(shownVoices(90, answer, failed)).toEqual({ names: [], voices: undefined, fault, isBusy: false });
  expect(shownVoices(30, answer, failed)).toEqual({ names: [], voices, fault: undefined, isBusy: false });
});

it("[L179] before the first answer no names are known", () => {
  expect(shownVoices(30, undefined, undefined)).toEqual({
    names: undefined,
    voices: undefined,
    fault: undefined,
    isBusy: true,
  });
});
