/** Where a directed graph comes back to itself: by node, the number of its strongly connected component, or −1 for a node that no circuit passes. */
export function componentsOf(targets: readonly (readonly number[])[]): Int32Array {
  const size = targets.length;
  const components = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const isOpen = new Uint8Array(size);
  const open: number[] = [];
  let met = 0;
  let count = 0;
  for (let root = 0; root < size; root += 1) {
    if (index[root] !== -1) continue;
    // by hand instead of by recursion: a chain may be ten thousand cards long
    const way: { readonly node: number; at: number }[] = [{ node: root, at: 0 }];
    while (way.length > 0) {
      const step = way.at(-1);
      if (step === undefined) break;
      const { node } = step;
      if (step.at === 0) {
        index[node] = low[node] = met;
        met += 1;
        open.push(node);
        isOpen[node] = 1;
      }
      const next = targets[node]?.[step.at];
      step.at += 1;
      if (next !== undefined) {
        if (index[next] === -1) way.push({ node: next, at: 0 });
        else if (isOpen[next] === 1) low[node] = Math.min(low[node] ?? 0, index[next] ?? 0);
        continue;
      }
      way.pop();
      const parent = way.at(-1);
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0);
      if (low[node] !== index[node]) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) {
        isOpen[member] = 0;
        if (members.length > 1) components[member] = count;
      }
      count += 1;
    }
  }
  return components;
}
