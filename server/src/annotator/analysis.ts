import { entryBeside, openThread, type Thread } from "../background/index.ts";
import type { AnalysisRequest, Annotated } from "./messages.ts";

/** The near side of the analysis thread. One thread serves all boards in turn, since a job lasts milliseconds: what may take longer is asked for again. */
export type Analysis = Thread<AnalysisRequest, Annotated>;

const ENTRY = entryBeside(import.meta.url, "annotator", "analysisWorker");

/** @param entry the file that the thread runs */
export const openAnalysis = (entry: URL = ENTRY): Analysis => openThread(entry, "The analysis");
