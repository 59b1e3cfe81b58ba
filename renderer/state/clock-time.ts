/** A moment by this computer's clock: 10:32 of today, else 3月15日 10:32, in another year with the year. */
export const clockTime = (moment: number, now: number): string | null => {
  if (!Number.isFinite(moment)) return null;
  const at = new Date(moment);
  const today = new Date(now);
  const time = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  if (at.toDateString() === today.toDateString()) return time;
  const day = `${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
  return at.getFullYear() === today.getFullYear() ? day : `${at.getFullYear()}年${day}`;
};
