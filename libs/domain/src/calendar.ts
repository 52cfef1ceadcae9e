/** Calendar facts are `YYYY-MM-DD` without a zone; instants are RFC 3339 UTC. */

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** India Standard Time is UTC+05:30 all year. */
const IST_OFFSET_MS = 5.5 * 3_600_000;

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parts(date: string): DateParts {
  const match = CIVIL_DATE.exec(date);
  if (match === null) throw new RangeError(`Not a calendar date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const toCivilDate = (instantMs: number): string => new Date(instantMs).toISOString().slice(0, 10);

const midnightUtcMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** True for a date that exists: `2024-02-29` yes, `2023-02-29` no. */
export function isCivilDate(text: string): boolean {
  if (!CIVIL_DATE.test(text)) return false;
  const ms = midnightUtcMs(text);
  return !Number.isNaN(ms) && toCivilDate(ms) === text;
}

/** Completed months from one date to a later one; negative when `to` comes first (rating.md §1). */
export function completedMonths(from: string, to: string): number {
  const a = parts(from);
  const b = parts(to);
  return 12 * (b.year - a.year) + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/** Completed years of age; someone born on 29 February completes a year on 1 March in common years (rating.md §1). */
export function ageOn(dateOfBirth: string, on: string): number {
  const born = parts(dateOfBirth);
  const then = parts(on);
  const beforeBirthday = then.month < born.month || (then.month === born.month && then.day < born.day);
  return then.year - born.year - (beforeBirthday ? 1 : 0);
}

/** Calendar days with both ends counted: a trip that leaves and returns on one day has one. */
export const daysInclusive = (from: string, to: string): number =>
  Math.round((midnightUtcMs(to) - midnightUtcMs(from)) / DAY_MS) + 1;

export const addDays = (date: string, days: number): string => toCivilDate(midnightUtcMs(date) + days * DAY_MS);

/** The same day n years on; 29 February becomes 1 March in a common year (partners.md 0.6b). */
export function addYears(date: string, years: number): string {
  const { year, month, day } = parts(date);
  return toCivilDate(Date.UTC(year + years, month - 1, day));
}

/** The last millisecond of a calendar day in India, as an instant. */
export const endOfDayIst = (date: string): string =>
  new Date(midnightUtcMs(date) + DAY_MS - 1 - IST_OFFSET_MS).toISOString();

/** The calendar date in India at an instant. */
export const istDateAt = (instant: Date): string => toCivilDate(instant.getTime() + IST_OFFSET_MS);

/** The wall clock in India at an instant, `YYYY-MM-DDTHH:mm:ss.sss` without a zone. */
export const istWallClock = (instant: Date): string =>
  new Date(instant.getTime() + IST_OFFSET_MS).toISOString().slice(0, -1);

/** The instant at which clocks in India show a wall-clock time, `YYYY-MM-DDTHH:mm[:ss[.sss]]` without a zone. */
export const instantOfIstWallClock = (wallClock: string): string =>
  new Date(Date.parse(`${wallClock}Z`) - IST_OFFSET_MS).toISOString();
