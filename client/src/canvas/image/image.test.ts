import { expect, it } from "vitest";
import { sizeFor, titleFor } from "./takeImages.ts";

it("[B51] an image keeps its shape on the board, never larger than it is nor than a card may be", () => {
  expect(sizeFor(4_000, 3_000)).toEqual([320, 240]);
  expect(sizeFor(100, 80)).toEqual([100, 80]);
  expect(sizeFor(5_000, 20)).toEqual([320, 48]);
});

it("[B51] an image is called what somebody called its file, and nothing where a machine did", () => {
  const names = ["market-square_2024.jpeg", "IMG_2041.HEIC", "image.png", "Screenshot 2024.10.01.png", "DSC0001.jpg"];
  expect(names.map((name) => titleFor(name))).toEqual(["market square 2024", "", "", "", ""]);
});
