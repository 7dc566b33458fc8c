// The virtual backbone of the Relational Interval Tree: H.-P. Kriegel, M. Pötke, T. Seidl, "Managing Intervals
// Efficiently in Object-Relational Databases", VLDB 2000. The tree is arithmetic only; what is stored is the node of
// each interval, so that ordinary indexes on (node, lower) and (node, upper) answer which intervals contain a point.

/**
 * Levels of the tree. Points are integers from 0 to 2^43 − 2: milliseconds since 1970 until the year 2248. Fixed, since
 * another height gives other nodes to the intervals already stored. Beyond 32 bits, hence no bitwise operators below.
 */
export const HEIGHT = 43;

/** The largest point. */
export const MAX_POINT = 2 ** HEIGHT - 2;

/** The node of every interval without an end; no interval that has one gets it. */
export const OPEN_NODE = 0;

/** The nodes to probe for the intervals that contain a point, from the root down. At most HEIGHT + 1 in all. */
export type StabbingPath = Readonly<{
  /** Left of the point: of these nodes the intervals with `upper >= point` contain it. Index (node, upper). */
  left: readonly number[];
  /** At or right of the point, and OPEN_NODE: the intervals with `lower <= point` contain it. Index (node, lower). */
  right: readonly number[];
}>;

// Nodes count from 1, so that 0 stays free for the open ones and the tree is perfect: 2^HEIGHT − 1 nodes.
const ROOT = 2 ** (HEIGHT - 1);

/**
 * The node to store with the closed interval [lower, upper]: the highest one in it. `upper` is `Infinity` for an
 * interval without an end. Throws RangeError unless 0 <= lower <= upper and both are points.
 */
export const forkNode = (lower: number, upper: number): number => {
  const first = nodeOf(lower);
  if (upper === Number.POSITIVE_INFINITY) return OPEN_NODE;
  const last = nodeOf(upper);
  if (first > last) throw new RangeError(`The interval [${lower}, ${upper}] ends before it starts`);
  let node = ROOT;
  for (let step = ROOT / 2; node < first || last < node; step /= 2) node += node < first ? step : -step;
  return node;
};

/** Where to look for the intervals that contain `point`, each of them exactly once. Throws RangeError for no point. */
export const stabbingPath = (point: number): StabbingPath => {
  const target = nodeOf(point);
  const left: number[] = [];
  const right: number[] = [OPEN_NODE];
  let node = ROOT;
  for (let step = ROOT / 2; node !== target; step /= 2) {
    (node < target ? left : right).push(node);
    node += node < target ? step : -step;
  }
  right.push(target);
  return { left, right };
};

const nodeOf = (point: number): number => {
  if (Number.isInteger(point) && point >= 0 && point <= MAX_POINT) return point + 1;
  throw new RangeError(`${point} is no integer from 0 to ${MAX_POINT}`);
};
