import louvainModule from "graphology-communities-louvain";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import closenessModule from "graphology-metrics/centrality/closeness.js";
import eigenvectorModule from "graphology-metrics/centrality/eigenvector.js";
import pagerankModule from "graphology-metrics/centrality/pagerank.js";
import modularityModule from "graphology-metrics/graph/modularity.js";

/**
 * The functions of graphology's packages, as they are loaded.
 *
 * They are CommonJS and are the function itself, which is what Node and the bundlers give as their default; their types speak of a module
 * with a default inside.
 */
const functionOf = <Exported>(module: { readonly default: Exported }): Exported =>
  // said above: the types are wrong, and this is the one place that knows it
  module as unknown as Exported;

export const betweenness: typeof betweennessModule.default = functionOf(betweennessModule);
export const closeness: typeof closenessModule.default = functionOf(closenessModule);
export const eigenvector: typeof eigenvectorModule.default = functionOf(eigenvectorModule);
export const pagerank: typeof pagerankModule.default = functionOf(pagerankModule);
export const modularity: typeof modularityModule.default = functionOf(modularityModule);
export const louvain: typeof louvainModule.default = functionOf(louvainModule);
