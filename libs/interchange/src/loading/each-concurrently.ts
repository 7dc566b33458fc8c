/** Does `work` for each item, at most `limit` at a time; the first failure stops the taking of further items. */
export const eachConcurrently = async <T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const take = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done && !failed; next = iterator.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  // All are waited for: nothing goes on behind the back of a caller who was told of a failure.
  const takers = await Promise.allSettled(Array.from({ length: limit }, take));
  const failure = takers.find((taker) => taker.status === 'rejected');
  if (failure) throw failure.reason;
};
