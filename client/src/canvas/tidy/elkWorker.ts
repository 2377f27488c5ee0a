/** The entry of the worker that lays cards out: the library answers the messages of its own other half. */
import "elkjs/lib/elk-worker.min.js";
