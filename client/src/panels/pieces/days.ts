/** A moment as the day of a date field, `2026-10-12`, in the reader's own time zone. */
export function toDay(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}

/** Noon of a day, so that it stays that day a few time zones away; undefined for what is no day. */
export function fromDay(day: string): number | undefined {
  const at = Date.parse(`${day}T12:00`);
  return Number.isNaN(at) || at < 0 ? undefined : at;
}
