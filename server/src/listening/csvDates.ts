/**
 * Dates as people's files write them.
 *
 * Read without doubt: ISO 8601 (2024-03-05, 2024-03-05T14:30:00+01:00, 2024/03/05 14:30), 20240305, seconds or milliseconds
 * since 1970, and dates with the month's name in French or English (5 mars 2024 à 14h30, March 5, 2024, Tue, 05 Mar 2024
 * 10:00:00 GMT). A time without a zone is taken as UTC; zones are read by their distance to it, or by their usual names in
 * Europe and North America.
 *
 * 05/03/2024 is in March or in May: the file itself tells which. A first number above 12 proves the day first, a second one
 * the month first, and the more proofs win (rows that contradict them can't be read). Without proof: a clock with a.m. and
 * p.m. stands with the month first, full stops with the day first; then the order that puts fewer dates in the future; then
 * the day first, as most of the world writes.
 */
export type DateOrder = "day-first" | "month-first";

const TIME = String.raw`(?:(?:\s*[t,]\s*|\s+(?:a|at)\s+|\s+)(?<hour>\d{1,2})\s?[:h]\s?(?<minute>\d{2})?(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?s?\s?(?<half>am|pm|a\.m\.|p\.m\.)?)?`;
/** Minutes east of Greenwich of the zones that dates name. Names that stand for several zones in use (IST) are none. */
const ZONES: Readonly<Record<string, number>> = {
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const ZONE = String.raw`\s?(?:(?<zone>${Object.keys(ZONES).join("|")})|(?:z|utc?|gmt)?(?:\s?(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2})?)?)(?:\s?\([a-z ]{1,40}\))?`;
const YEAR = String.raw`(?<year>\d{4}|\d{2})`;
const MONTH = String.raw`(?<month>[a-z]{3,9})\.?`;
const WEEKDAY = String.raw`(?:[a-z]{2,9}\.?,?\s+)?`;

const ISO = new RegExp(String.raw`^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})${TIME}${ZONE}$`);
const COMPACT =
  /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2}))?z?$/;
const NUMERIC = new RegExp(String.raw`^(?<first>\d{1,2})(?<mark>[-/.])(?<other>\d{1,2})\k<mark>${YEAR}${TIME}${ZONE}$`);
const DAY_MONTH = new RegExp(
  String.raw`^${WEEKDAY}(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s-]+${MONTH},?[\s-]+${YEAR}${TIME}${ZONE}$`,
);
const MONTH_DAY = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${TIME}${ZONE}$`,
);
/** Wed Aug 27 13:08:45 +0000 2008 */
const YEAR_LAST = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}\s+(?<day>\d{1,2})\s+(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})${ZONE}\s+(?<year>\d{4})$`,
);
const SINCE_1970 = /^(?<seconds>\d{9,10})(?:\.\d+)?$|^(?<milliseconds>\d{12,13})$/;

/** Beginnings of the months' names, in both languages. A name is read by the first that it begins with. */
const MONTHS: readonly (readonly [string, number])[] = [
  "jan",
  "fev feb",
  "mar",
  "avr apr",
  "mai may",
  "juin jun",
  "juil jul",
  "aou aug",
  "sep",
  "oct",
  "nov",
  "dec",
].flatMap((starts, index) => starts.split(" ").map((start) => [start, index + 1] as const));

type Groups = Readonly<Record<string, string | undefined>>;
/** The groups that hold day and month. */
interface Parts {
  readonly day: string;
  readonly month: string;
}
const NAMED: Parts = { day: "day", month: "month" };
const IN_ORDER: Readonly<Record<DateOrder, Parts>> = {
  "day-first": { day: "first", month: "other" },
  "month-first": { day: "other", month: "first" },
};

/**
 * @param order which number of 05/03/2024 is the day
 * @returns epoch milliseconds, undefined for what is no date
 */
export function readDate(written: string, order: DateOrder): number | undefined {
  const text = plain(written);
  const counted = SINCE_1970.exec(text)?.groups;
  if (counted) return Number(counted["milliseconds"] ?? Number(counted["seconds"]) * 1_000);
  const numeric = NUMERIC.exec(text)?.groups;
  if (numeric) return toTime(numeric, IN_ORDER[order]);
  for (const form of [ISO, COMPACT, DAY_MONTH, MONTH_DAY, YEAR_LAST]) {
    const groups = form.exec(text)?.groups;
    if (groups) return toTime(groups, NAMED);
  }
  return undefined;
}

/** Lower case, without accents and needless spaces. Most dates are in ASCII, and a file has many. */
const plain = (written: string): string =>
  (/^[ -~]*$/.test(written) ? written : withoutAccents(written)).trim().toLowerCase();
const withoutAccents = (written: string): string =>
  written
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .replaceAll(/\s+/g, " ");

function toTime(groups: Groups, parts: Parts): number | undefined {
  const number = (name: string): number => Number(groups[name] ?? 0);
  const named = groups[parts.month] ?? "";
  const month = /^\d/.test(named) ? Number(named) : MONTHS.find(([start]) => named.startsWith(start))?.[1];
  if (month === undefined) return undefined;
  const short = number("year") < 69 ? 2_000 : 1_900;
  const year = groups["year"]?.length === 2 ? short + number("year") : number("year");
  const isAfternoon = groups["half"]?.startsWith("p") === true;
  const hour = groups["half"] === undefined ? number("hour") : (number("hour") % 12) + (isAfternoon ? 12 : 0);
  const day = number(parts.day);
  const time = Date.UTC(year, month - 1, day, hour, number("minute"), number("second"));
  const read = new Date(time);
  // 31 February, 25 h: what rolls over is no date
  const isTrue =
    read.getUTCMonth() === month - 1 && read.getUTCDate() === day && number("minute") < 60 && number("second") < 61;
  if (!isTrue) return undefined;
  const ahead = number("zoneHour") * 60 + number("zoneMinute");
  const minutes = ZONES[groups["zone"] ?? ""] ?? (groups["sign"] === "-" ? -ahead : ahead);
  return time - minutes * 60_000;
}

/** Collects what the dates of a file say of their order. */
export interface DateEvidence {
  add(written: string): void;
  order(): DateOrder;
}

export function createDateEvidence(now: number): DateEvidence {
  const proofs = { day: 0, month: 0 };
  const signs = { halves: 0, stops: 0 };
  const future = { day: 0, month: 0 };
  return {
    add: (written) => {
      const groups = NUMERIC.exec(plain(written))?.groups;
      if (!groups) return;
      if (Number(groups["first"]) > 12) proofs.day += 1;
      else if (Number(groups["other"]) > 12) proofs.month += 1;
      if (groups["half"] !== undefined) signs.halves += 1;
      if (groups["mark"] === ".") signs.stops += 1;
      // what the proofs decide needs no look at the calendar
      if (proofs.day + proofs.month > 0) return;
      if ((toTime(groups, IN_ORDER["day-first"]) ?? 0) > now) future.day += 1;
      if ((toTime(groups, IN_ORDER["month-first"]) ?? 0) > now) future.month += 1;
    },
    order: () => {
      const leads = [proofs.month - proofs.day, signs.halves - signs.stops, future.day - future.month];
      const decisive = leads.find((lead) => lead !== 0) ?? 0;
      return decisive > 0 ? "month-first" : "day-first";
    },
  };
}
