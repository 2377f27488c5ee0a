import { describe, expect, test } from "vitest";
import { createDateEvidence, readDate, type DateOrder } from "./csvDates.ts";

const at = (...parts: [number, number, number, number?, number?, number?]): number => {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};
const NOW = at(2024, 6, 15);
const orderOf = (...dates: string[]): DateOrder => {
  const evidence = createDateEvidence(NOW);
  for (const date of dates) evidence.add(date);
  return evidence.order();
};

describe("dates of a file", () => {
  test.each([
    ["2024-03-05", at(2024, 3, 5)],
    ["2024-03-05T14:30:15Z", at(2024, 3, 5, 14, 30, 15)],
    ["2024-03-05T14:30:15.123456+01:00", at(2024, 3, 5, 13, 30, 15)],
    ["2024-03-05 14:30:15 -0530", at(2024, 3, 5, 20, 0, 15)],
    ["2024-03-05 14:30", at(2024, 3, 5, 14, 30)],
    ["2024-03-05 14:30:15 UTC", at(2024, 3, 5, 14, 30, 15)],
    ["2024/3/5", at(2024, 3, 5)],
    ["20240305", at(2024, 3, 5)],
    ["20240305T143015Z", at(2024, 3, 5, 14, 30, 15)],
    ["1709649015", at(2024, 3, 5, 14, 30, 15)],
    ["1709649015.25", at(2024, 3, 5, 14, 30, 15)],
    ["1709649015000", at(2024, 3, 5, 14, 30, 15)],
    ["05/03/2024", at(2024, 3, 5)],
    ["5.3.24 8h05", at(2024, 3, 5, 8, 5)],
    ["05-03-2024 à 14h", at(2024, 3, 5, 14)],
    ["05/03/2024, 02:30 PM", at(2024, 3, 5, 14, 30)],
    ["05/03/2024 12:05 am", at(2024, 3, 5, 0, 5)],
    ["5 mars 2024", at(2024, 3, 5)],
    ["Mardi 5 mars 2024 à 14h30", at(2024, 3, 5, 14, 30)],
    ["1er février 2024", at(2024, 2, 1)],
    ["3 août 2023 18:00", at(2023, 8, 3, 18)],
    ["12 juin 2024", at(2024, 6, 12)],
    ["12 juil. 2023", at(2023, 7, 12)],
    ["March 5th, 2024", at(2024, 3, 5)],
    ["Mar 5, 2024 2:30 PM", at(2024, 3, 5, 14, 30)],
    ["05-Mar-24", at(2024, 3, 5)],
    ["Tue, 05 Mar 2024 10:00:00 GMT", at(2024, 3, 5, 10)],
    ["Tue, 05 Mar 2024 10:00:00 +0200", at(2024, 3, 5, 8)],
    ["Tue, 05 Mar 2024 10:00:00 +0200 (CEST)", at(2024, 3, 5, 8)],
    ["Tue, 05 Mar 2024 10:00:00 CET", at(2024, 3, 5, 9)],
    ["jeudi 4 juillet 2024 à 10h00 CEST", at(2024, 7, 4, 8)],
    ["04/07/2024 10:00 BST", at(2024, 7, 4, 9)],
    ["2024-03-05 10:00:00 WET", at(2024, 3, 5, 10)],
    ["July 4, 2024 2:30 PM EDT", at(2024, 7, 4, 18, 30)],
    ["Wed Aug 27 13:08:45 +0000 2008", at(2008, 8, 27, 13, 8, 45)],
    ["  2024-03-05\u00A0 ", at(2024, 3, 5)],
  ])("[L19] %j is read", (written, time) => {
    expect(readDate(written, "day-first")).toBe(time);
  });

  test.each([
    "",
    "hier",
    "31/02/2024",
    "2024-13-01",
    "32/01/2024",
    "2024-03-05 25:00",
    "2024-03-05 10:75",
    "12",
    "2024",
    "45321",
    "5 foo 2024",
    "1/2/3",
    "x".repeat(10_000),
  ])("[L19] %j is no date", (written) => {
    expect(readDate(written, "day-first")).toBeUndefined();
  });

  test("[L19] which number is the day is told by the file: by what can't be a month", () => {
    expect(orderOf("05/03/2024", "13/03/2024")).toBe("day-first");
    expect(orderOf("05/03/2024", "03/13/2024")).toBe("month-first");
    expect(orderOf("03/13/2024", "03/14/2024", "15/03/2024")).toBe("month-first");
    expect(readDate("05/03/2024", "month-first")).toBe(at(2024, 5, 3));
    expect(readDate("13/03/2024", "month-first")).toBeUndefined();
  });

  test("[L19] else by its clock or its full stops, by dates that would lie in the future, and last by the world's habit", () => {
    expect(orderOf("05/03/2024 2:30 PM")).toBe("month-first");
    expect(orderOf("05.03.2024")).toBe("day-first");
    expect(orderOf("06/09/2024")).toBe("month-first");
    expect(orderOf("09/06/2024")).toBe("day-first");
    expect(orderOf("05/03/2024")).toBe("day-first");
    expect(orderOf("2024-03-05", "")).toBe("day-first");
  });
});
