/** A community for each node, numbered from 0. */
export type Partition = Int32Array;

/**
 * The same partition with communities numbered in the order in which nodes first meet them, so that two partitions that say
 * the same are equal. Labels may be any integers from 0 to the number of nodes. O(nodes).
 */
export function renumbered(labels: ArrayLike<number>): { readonly partition: Partition; readonly communities: number } {
  const partition = new Int32Array(labels.length);
  const numbers = new Int32Array(labels.length + 1).fill(-1);
  let communities = 0;
  for (let node = 0; node < labels.length; node += 1) {
    const label = labels[node] ?? 0;
    let number = numbers[label] ?? -1;
    if (number < 0) {
      number = communities;
      numbers[label] = number;
      communities += 1;
    }
    partition[node] = number;
  }
  return { partition, communities };
}

/** Number of nodes in each community, by its number. */
export function communitySizes(partition: Partition, communities: number): Int32Array {
  const sizes = new Int32Array(communities);
  for (const community of partition) sizes[community] = (sizes[community] ?? 0) + 1;
  return sizes;
}
