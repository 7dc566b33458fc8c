import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { DealEvent } from './deal.events.js';
import type { Worth } from './deal-worth.js';

/** Which value an attribute had since when, oldest first: each until the next one, the last until now. */
export type Course<T> = readonly Readonly<{ from: Instant; value: T }>[];

/** What can be corrected, as it is known now to have gone. Amount and lines are one: they are set together. */
export type DealCourses = Readonly<{
  worth: Course<Worth>;
  stage: Course<string>;
  expectedCloseOn: Course<CalendarDate | null>;
  ownerId: Course<string | null>;
}>;

/** A value from an instant on, until before `until`; null: until now. */
type Stretch<T> = Readonly<{ value: T; until: Instant | null }>;

/** The value that held at an instant from the opening on, and when the next one was set. */
export const heldAt = <T>(course: Course<T>, at: Instant): Stretch<T> => {
  const place = course.findLastIndex(({ from }) => from <= at);
  const step = course[place];
  if (step === undefined) throw new Error(`Nothing was set by ${at}, before the deal was opened`);
  return { value: step.value, until: course[place + 1]?.from ?? null };
};

/** The course when the attribute had the value from an instant on, until it was set anew after that. */
const withValue = <T>(course: Course<T>, from: Instant, value: T): Course<T> => [
  ...course.filter((step) => step.from < from),
  { from, value },
  ...course.filter((step) => step.from > from),
];

const UNSET: DealCourses = { worth: [], stage: [], expectedCloseOn: [], ownerId: [] };

export const evolveCourses = (courses: DealCourses = UNSET, { type, data }: DealEvent, at: Instant): DealCourses => {
  const worth = (value: Worth): DealCourses => ({ ...courses, worth: withValue(courses.worth, at, worthOf(value)) });
  const stage = (value: string): DealCourses => ({ ...courses, stage: withValue(courses.stage, at, value) });
  switch (type) {
    case 'DealOpened':
      return {
        worth: [{ from: at, value: worthOf(data) }],
        stage: [{ from: at, value: data.stage }],
        expectedCloseOn: [{ from: at, value: data.expectedCloseOn }],
        ownerId: [{ from: at, value: data.ownerId }],
      };
    case 'DealAdvanced':
    case 'DealMovedBack':
      return stage(data.to);
    case 'DealAmountChanged':
    case 'DealLinesChanged':
      return worth({ amount: data.to, lines: data.lines });
    case 'DealRescheduled':
      return { ...courses, expectedCloseOn: withValue(courses.expectedCloseOn, at, data.to) };
    case 'DealReassigned':
      return { ...courses, ownerId: withValue(courses.ownerId, at, data.to) };
    case 'DealWon':
      // A deal won for the amount that it had was not given an amount anew.
      return data.amount.amount === courses.worth.at(-1)?.value.amount.amount ? courses : worth(data);
    case 'DealCorrected': {
      const { effectiveAt: from, amount, stage: to, expectedCloseOn, ownerId } = data;
      return {
        worth: amount ? withValue(courses.worth, from, { amount: amount.to, lines: amount.lines }) : courses.worth,
        stage: to ? withValue(courses.stage, from, to.to) : courses.stage,
        expectedCloseOn: expectedCloseOn
          ? withValue(courses.expectedCloseOn, from, expectedCloseOn.to)
          : courses.expectedCloseOn,
        ownerId: ownerId ? withValue(courses.ownerId, from, ownerId.to) : courses.ownerId,
      };
    }
    case 'DealCategorized':
    case 'DealSplit':
    case 'DealLost':
    case 'DealReopened':
      return courses;
  }
};

const worthOf = ({ amount, lines }: Worth): Worth => ({ amount, lines });
