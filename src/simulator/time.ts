/** RFC 3339 UTC with milliseconds, from epoch milliseconds, without asking the machine for its clock. */
export function timestamp(epochMs: number): string {
  const whole = Math.floor(Number.isFinite(epochMs) ? epochMs : 0);
  const days = Math.floor(whole / 86_400_000);
  const rest = whole - days * 86_400_000;
  const { year, month, day } = civil(days);
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const time = [3_600_000, 60_000, 1000].map((unit, i) => pad(Math.floor(rest / unit) % (i === 0 ? 24 : 60), 2));
  return `${date}T${time.join(':')}.${pad(rest % 1000, 3)}Z`;
}

const pad = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** Days since 1970-01-01 to a Gregorian date, by eras of 400 years that begin on the first of March. */
function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
