// Civil dates as whole days since 1970-01-01.

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of `YYYY-MM-DD`, or null where there is no such day from 1949-10-01 to 2999-12-31. */
export function dayOf(text) {
  if (!pattern.test(text) || text < '1949-10-01' || text > '2999-12-31') return null;
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? null : moment.getTime() / 86_400_000;
}

export const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
